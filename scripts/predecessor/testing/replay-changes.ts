import { comparable, rebuildBoard } from "@kanban/api/testing/rebuild-board";
import type { BoardEvent } from "@kanban/domain/board-event";
import { type BoardView, viewOfSnapshot } from "@kanban/domain/board-view";
import type { Change } from "@kanban/domain/change";
import { changeItems, type ChecklistChange } from "@kanban/domain/apply-checklist-change";
import type { ChecklistItem } from "@kanban/domain/entities";
import type { BoardState, TimedChange } from "../board-state.ts";

const epoch = "00000000-0000-4000-8000-000000000000";

/** The board as its events alone tell it, and its tasks' texts and checklists. */
export function replay(changes: readonly TimedChange[]) {
  const events = changes.map(({ change }, index) => ({ seq: index + 1, change }) as BoardEvent);
  return { board: withoutMembers(rebuildBoard(events, epoch)), bodies: Object.fromEntries(bodiesOf(changes)) };
}

/** What {@link replay} has to give for a board that is stored like this. */
export function stored(state: BoardState) {
  const { board, seq } = state;
  const rows = { columns: state.columns, tags: state.tags, contexts: state.contexts, projects: state.projects };
  const lists = Object.fromEntries(Object.entries(rows).map(([kind, map]) => [kind, [...map.values()]]));
  const live = [...state.tasks.values()].filter((task) => task.archivedAt === null && task.deletedAt === null);
  const snapshot = {
    ...lists,
    links: [],
    views: [],
    epoch,
    seq,
    board,
    role: "owner",
    members: [],
    tasks: live.map(({ card }) => card),
  };
  return {
    board: withoutMembers(viewOfSnapshot(snapshot as unknown as Parameters<typeof viewOfSnapshot>[0])),
    bodies: Object.fromEntries(
      [...state.tasks].map(([id, { notes, notesVersion, checklist }]) => [id, { notes, notesVersion, checklist }]),
    ),
  };
}

function withoutMembers(view: BoardView) {
  const { members: _members, ...rest } = comparable(view);
  return rest;
}

type Body = { notes: string; notesVersion: number; checklist: ChecklistItem[] };

function bodiesOf(changes: readonly TimedChange[]): Map<string, Body> {
  const bodies = new Map<string, Body>();
  for (const { change } of changes) {
    if (change.type === "task.created") {
      const { card, notes } = change.payload;
      bodies.set(card.id, { notes, notesVersion: 0, checklist: [] });
    } else if (change.type === "task.updated" && change.payload.after.notes !== undefined) {
      const { taskId, version, after } = change.payload;
      bodies.set(taskId, { ...bodies.get(taskId)!, notes: after.notes ?? "", notesVersion: version });
    } else if (isOfChecklist(change)) {
      const body = bodies.get(change.payload.taskId)!;
      bodies.set(change.payload.taskId, { ...body, checklist: changeItems(body.checklist, change) });
    }
  }
  return bodies;
}

function isOfChecklist(change: Change): change is ChecklistChange {
  return change.type.startsWith("checklist-item.");
}
