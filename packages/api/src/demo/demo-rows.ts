import { type BoardView, tasksInColumn } from "@kanban/domain/board-view";
import type { Column, TaskCard } from "@kanban/domain/entities";
import type { Moment } from "@kanban/domain/moment";
import { isWholeDay } from "@kanban/domain/whole-day";
import type { Actor } from "@kanban/events/actor";
import { versionOf } from "@kanban/events/board-events";
import type { ReplayedEvent } from "@kanban/demo/replay-timeline";
import { aggregateOf } from "../aggregate-of.ts";
import { newId } from "../new-id.ts";
import { transitionOf } from "../task-transition.ts";

/* The rows that the operations would have written for a replayed board; load-demo.db.test.ts proves them equal. */

const wholeDay = (moment: Moment | null) => (moment && isWholeDay(moment) ? new Date(moment) : null);
const instant = (moment: Moment | null) => (moment && !isWholeDay(moment) ? new Date(moment) : null);
const date = (at: string | null) => (at === null ? null : new Date(at));

/** Columns with the counters that guard their WIP limits. */
export function columnRows(view: BoardView) {
  return Object.values<Column>(view.columns).map((column) => ({
    ...column,
    boardId: view.board.id,
    openTasks: tasksInColumn(view, column.id).length,
  }));
}

/** Tasks, those on the board and those in the archive. */
export function taskRows(view: BoardView, events: readonly ReplayedEvent[]) {
  const archived = new Map(
    events.flatMap(({ change }) =>
      change.type === "task.archived" ? [[change.payload.taskId, change.payload] as const] : [],
    ),
  );
  return cardsOf(view).map((card) => ({
    ...taskRow(view, card),
    version: archived.get(card.id)?.version ?? card.version,
    archivedAt: date(archived.get(card.id)?.archivedAt ?? null),
  }));
}

/** Every card of the replayed board, archived ones included. */
export function cardsOf(view: BoardView): TaskCard[] {
  return [...Object.values<TaskCard>(view.tasks), ...Object.values<TaskCard>(view.gone)];
}

function taskRow(view: BoardView, card: TaskCard) {
  const { id, columnId, number, title, rank, projectId, priority, estimateMinutes, energy, waitingFor } = card;
  const { needsBreakdown, source, checklistTotal, checklistDone } = card;
  const detail = view.details[id];
  return {
    id,
    boardId: view.board.id,
    columnId,
    number,
    title,
    rank,
    projectId,
    priority,
    estimateMinutes,
    energy,
    needsBreakdown,
    source,
    checklistTotal,
    checklistDone,
    notes: detail?.notes ?? "",
    notesVersion: detail?.notesVersion ?? 0,
    waitingForWho: waitingFor?.who ?? null,
    waitingSince: date(waitingFor?.since ?? null),
    followUpOn: date(waitingFor?.followUpOn ?? null),
    deferUntilDay: wholeDay(card.deferUntil),
    deferUntilAt: instant(card.deferUntil),
    dueDay: wholeDay(card.dueAt),
    dueAt: instant(card.dueAt),
    capturedAt: new Date(card.capturedAt),
    startedAt: date(card.startedAt),
    finishedAt: date(card.finishedAt),
    enteredColumnAt: new Date(card.enteredColumnAt),
  };
}

/** The event log of the board, as if each change had been made when the story says; not published yet. */
export function eventRows(view: BoardView, events: readonly ReplayedEvent[], actor: Actor) {
  return events.map(({ seq, at, mutationId, change }) => {
    const occurredAt = new Date(at);
    const aggregate = aggregateOf(view.board.id, change);
    return {
      id: newId(occurredAt),
      boardId: view.board.id,
      boardSeq: BigInt(seq),
      aggregateType: aggregate.type,
      aggregateId: aggregate.id,
      type: change.type,
      version: versionOf(change),
      payload: change.payload,
      actor,
      mutationId,
      correlationId: mutationId,
      occurredAt,
    };
  });
}

/** Entries into columns and leavings of the board, for flow metrics. */
export function transitionRows(view: BoardView, events: readonly ReplayedEvent[]) {
  return events.flatMap(({ at, change }) => {
    const transition = transitionOf(change);
    if (!transition) return [];
    const { fromColumnId } = transition;
    const fromKind = transition.fromKind ?? (fromColumnId && (view.columns[fromColumnId]?.kind ?? null));
    return [{ ...transition, fromKind, boardId: view.board.id, at: new Date(at) }];
  });
}
