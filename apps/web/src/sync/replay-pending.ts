import type { BoardView } from "@kanban/domain/board-view";
import { onDraft } from "@kanban/domain/draft-view";
import { remember } from "@kanban/domain/history";
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

/** A confirmed state, the mutations replayed over it, and what came out. */
export type Replayed = { confirmed: BoardView; pending: readonly PendingMutation[]; view: BoardView };

/**
 * The same as {@link replayPending}, beginning where `last` ended if nothing but later mutations came in between: of a
 * hundred pasted lines each is planned once when it is queued, and an answer alone (which changes no plan) costs nothing.
 */
export function replayOn(last: Replayed | null, confirmed: BoardView, pending: readonly PendingMutation[]): Replayed {
  const isContinued =
    last?.confirmed === confirmed &&
    last.pending.length <= pending.length &&
    last.pending.every(({ mutation, at }, index) => pending[index]?.mutation === mutation && pending[index].at === at);
  const view = isContinued
    ? replayPending(last.view, pending.slice(last.pending.length))
    : replayPending(confirmed, pending);
  return { confirmed, pending, view };
}

function replayOne(view: BoardView, { mutation, at }: PendingMutation): BoardView {
  try {
    const changes = planMutation(view, mutation, at);
    const after = onDraft(view, changes.length, (draft) => changes.reduce(applyWithBodies, draft));
    return remember(after, mutation.input.mutationId, changes);
  } catch (error) {
    // One defect must not take the whole board off the screen.
    if (!(error instanceof DomainError)) console.error("A pending change could not be replayed", mutation.name, error);
    return view;
  }
}
