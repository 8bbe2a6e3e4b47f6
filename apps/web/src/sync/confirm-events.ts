import type { BoardEvent } from "@kanban/domain/board-event";
import type { BoardView } from "@kanban/domain/board-view";
import { onDraft } from "@kanban/domain/draft-view";
import { remember } from "@kanban/domain/history";
import { isChangeType } from "@kanban/domain/known-change";
import { applyWithBodies } from "./apply-with-bodies.ts";

export type Confirmed = {
  view: BoardView;
  /** The events that were new, in order. */
  applied: BoardEvent[];
  /** True when events are missing before the rest: ask for a delta. */
  hasGap: boolean;
};

/**
 * The confirmed board after events, which may come late, twice or out of order: each seq is applied once and none is
 * skipped. A change of a type this build does not know changes nothing but counts.
 */
export function confirmEvents(view: BoardView, events: readonly BoardEvent[]): Confirmed {
  const fresh = events.filter((event) => event.seq > view.seq);
  return onDraft(view, fresh.length, (draft) => confirmOn(draft, fresh));
}

function confirmOn(view: BoardView, events: readonly BoardEvent[]): Confirmed {
  const applied: BoardEvent[] = [];
  let next = view;
  for (const event of events.toSorted((a, b) => a.seq - b.seq)) {
    if (event.seq <= next.seq) continue;
    if (event.seq > next.seq + 1) return { view: next, applied, hasGap: true };
    if (isChangeType(event.change.type)) {
      next = remember(applyWithBodies(next, event.change), event.mutationId, [event.change]);
    }
    next = { ...next, seq: event.seq };
    applied.push(event);
  }
  return { view: next, applied, hasGap: false };
}
