import type { TaskCard } from "@kanban/domain/entities";
import type { Instant, Moment } from "@kanban/domain/moment";

/** The columns of `task t` a card is made of; times as text, which is what both ways of reading give alike. */
export const taskRowColumns = `
  t.id::text, t.column_id::text AS "columnId", t.number, t.title, t.rank, t.project_id::text AS "projectId",
  t.priority, t.estimate_minutes AS "estimateMinutes", t.energy,
  t.waiting_for_who AS "waitingForWho", t.waiting_since::text AS "waitingSince", t.follow_up_on::text AS "followUpOn",
  t.defer_until_day::text AS "deferUntilDay", t.defer_until_at::text AS "deferUntilAt",
  t.due_day::text AS "dueDay", t.due_at::text AS "dueAt", t.needs_breakdown AS "needsBreakdown", t.source,
  t.captured_at::text AS "capturedAt", t.started_at::text AS "startedAt", t.finished_at::text AS "finishedAt",
  t.entered_column_at::text AS "enteredColumnAt", t.notes <> '' AS "hasNotes",
  t.checklist_total AS "checklistTotal", t.checklist_done AS "checklistDone", t.hint_count AS "hintCount",
  t.comment_count AS "commentCount",
  t.attachment_count AS "attachmentCount", t.cover, t.version`;

type PlainFields = Pick<
  TaskCard,
  | "id"
  | "columnId"
  | "number"
  | "title"
  | "rank"
  | "projectId"
  | "priority"
  | "estimateMinutes"
  | "energy"
  | "needsBreakdown"
  | "source"
  | "hasNotes"
  | "checklistTotal"
  | "checklistDone"
  | "hintCount"
  | "commentCount"
  | "attachmentCount"
  | "cover"
  | "version"
>;

/** A row of {@link taskRowColumns}. */
export type TaskRow = PlainFields & {
  waitingForWho: string | null;
  waitingSince: string | null;
  followUpOn: string | null;
  deferUntilDay: string | null;
  deferUntilAt: string | null;
  dueDay: string | null;
  dueAt: string | null;
  capturedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  enteredColumnAt: string;
};

/** Labels of one task, each kind sorted by id: the order every writer keeps. */
export type TaskLabels = Pick<TaskCard, "contextIds" | "tagIds" | "assigneeIds">;

/** `2026-11-22 09:30:00.5+00`, as PostgreSQL prints it in a UTC session, as ISO 8601 with milliseconds. */
export function instantOfText(text: string): Instant {
  const time = text.slice(11, text.length - 3);
  return `${text.slice(0, 10)}T${time.length === 8 ? `${time}.000` : time.padEnd(12, "0")}Z`;
}

function instantOrNull(text: string | null): Instant | null {
  return text === null ? null : instantOfText(text);
}

/** The one of two columns that is set: a whole day or an instant. */
export function momentOf(day: string | null, at: string | null): Moment | null {
  return day ?? instantOrNull(at);
}

/** The card of a row; runs for every task of a snapshot, so it copies fields and nothing else. */
export function cardOfRow(row: TaskRow, { contextIds, tagIds, assigneeIds }: TaskLabels): TaskCard {
  return {
    id: row.id,
    columnId: row.columnId,
    number: row.number,
    title: row.title,
    rank: row.rank,
    contextIds,
    tagIds,
    projectId: row.projectId,
    assigneeIds,
    priority: row.priority,
    estimateMinutes: row.estimateMinutes,
    energy: row.energy,
    waitingFor:
      row.waitingSince === null
        ? null
        : { who: row.waitingForWho ?? "", since: instantOfText(row.waitingSince), followUpOn: row.followUpOn },
    deferUntil: momentOf(row.deferUntilDay, row.deferUntilAt),
    dueAt: momentOf(row.dueDay, row.dueAt),
    needsBreakdown: row.needsBreakdown,
    source: row.source,
    capturedAt: instantOfText(row.capturedAt),
    startedAt: instantOrNull(row.startedAt),
    finishedAt: instantOrNull(row.finishedAt),
    enteredColumnAt: instantOfText(row.enteredColumnAt),
    hasNotes: row.hasNotes,
    checklistTotal: row.checklistTotal,
    checklistDone: row.checklistDone,
    hintCount: row.hintCount,
    commentCount: row.commentCount,
    attachmentCount: row.attachmentCount,
    cover: row.cover,
    version: row.version,
  };
}
