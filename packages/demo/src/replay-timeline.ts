import { applyChange } from "@kanban/domain/apply-change";
import { type BoardView, viewOfSnapshot } from "@kanban/domain/board-view";
import type { Change, ChangeOf } from "@kanban/domain/change";
import type { TaskDetail } from "@kanban/domain/entities";
import type { MutationId } from "@kanban/domain/ids";
import { planMutation } from "@kanban/domain/plan-mutation";
import type { TimedMutation } from "./timeline.ts";

/** One event of the sample board, as the event log will hold it. `seq` counts from 1, the board's creation. */
export type ReplayedEvent = { seq: number; at: number; mutationId: MutationId; change: Change };

const noDetail: TaskDetail = { notes: "", notesVersion: 0, checklist: [], hints: [], comments: [], attachments: [] };

/**
 * Plays a timeline with the planners and reducers that the operations use, in memory: the events and the board they
 * lead to, bodies of all tasks included. Throws a DomainError if the story asks for what the board refuses.
 */
export function replayTimeline(
  created: { at: number; mutationId: MutationId; change: ChangeOf<"board.created"> },
  timeline: readonly TimedMutation[],
): { view: BoardView; events: ReplayedEvent[] } {
  const { board, columns, owner } = created.change.payload;
  const none = { tasks: [], tags: [], contexts: [], projects: [], links: [], views: [], userId: owner.userId };
  let view = viewOfSnapshot({ epoch: "", seq: 1, board, role: "owner", columns, members: [owner], ...none });
  const events: ReplayedEvent[] = [{ seq: 1, ...created }];
  let number = 0;
  for (const { at, mutation } of timeline) {
    for (const planned of planMutation(view, mutation, new Date(at).toISOString())) {
      const change = planned.type === "task.created" ? numbered(planned, ++number) : planned;
      view = applyChange(view, change);
      if (change.type === "task.created") view = withBodies(view, change);
      events.push({ seq: events.length + 1, at, mutationId: mutation.input.mutationId, change });
    }
  }
  return { view: { ...view, seq: events.length }, events };
}

function numbered(change: ChangeOf<"task.created">, number: number): ChangeOf<"task.created"> {
  return { ...change, payload: { ...change.payload, card: { ...change.payload.card, number } } };
}

/** Every task counts as open, so that notes and checklists are kept. */
function withBodies(view: BoardView, { payload }: ChangeOf<"task.created">): BoardView {
  const detail = { ...noDetail, notes: payload.notes };
  return { ...view, details: { ...view.details, [payload.card.id]: detail } };
}
