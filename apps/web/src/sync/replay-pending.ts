import type { BoardView } from "@kanban/domain/board-view";
import { planMutation } from "@kanban/domain/plan-mutation";
import { DomainError } from "@kanban/domain/refusal";
import { applyWithBodies } from "./apply-with-bodies.ts";
import type { PendingMutation } from "./pending.ts";

/**
 * The board as its user means it to be: every pending mutation over the confirmed state, oldest first. One that cannot
 * be planned (its task is gone, the column has filled up) shows nothing; the server will say why.
 */
export function replayPending(confirmed: BoardView, pending: readonly PendingMutation[]): BoardView {
  return pending.reduce(replayOne, confirmed);
}

function replayOne(view: BoardView, { mutation, at }: PendingMutation): BoardView {
  try {
    return planMutation(view, mutation, at).reduce(applyWithBodies, view);
  } catch (error) {
    // One defect must not take the whole board off the screen.
    if (!(error instanceof DomainError)) console.error("A pending change could not be replayed", mutation.name, error);
    return view;
  }
}
