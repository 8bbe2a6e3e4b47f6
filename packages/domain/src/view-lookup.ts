import { type BoardView, tasksInColumn } from "./board-view.ts";
import type { OverrodeWip } from "./change.ts";
import type { Attachment, ChecklistItem, Column, Comment, Hint, HintValue, TaskCard } from "./entities.ts";
import type { AttachmentId, ChecklistItemId, ColumnId, CommentId, HintId, TaskId } from "./ids.ts";
import { type Anchors, findGap, rankInGap } from "./place.ts";
import type { Rank } from "./rank.ts";
import { refuse, type RefusalCode } from "./refusal.ts";
import { judgeWip } from "./wip.ts";

/** A row of the view, or the refusal the server would give. */
export function need<Id extends string, Row>(rows: Readonly<Record<Id, Row>>, id: Id, code: RefusalCode): Row {
  return rows[id] ?? refuse(code);
}

/** The column, or COLUMN_NOT_FOUND. */
export function needColumn(view: BoardView, id: ColumnId): Column {
  return need(view.columns, id, "COLUMN_NOT_FOUND");
}

/** The card, or TASK_NOT_FOUND. */
export function needTask(view: BoardView, id: TaskId): TaskCard {
  return need(view.tasks, id, "TASK_NOT_FOUND");
}

/** The task as an update sees it. Bodies of a task whose panel was never opened count as empty and never edited. */
export function needTaskWithNotes(view: BoardView, id: TaskId): TaskCard & { notes: string; notesVersion: number } {
  const { notes, notesVersion } = view.details[id] ?? { notes: "", notesVersion: 0 };
  return { ...needTask(view, id), notes, notesVersion };
}

/** A checklist item of an opened task, or CHECKLIST_ITEM_NOT_FOUND. */
export function needItem(view: BoardView, taskId: TaskId, itemId: ChecklistItemId): ChecklistItem {
  const items = view.details[taskId]?.checklist ?? [];
  return items.find((item) => item.id === itemId) ?? refuse("CHECKLIST_ITEM_NOT_FOUND");
}

/** A file of an opened task, also one removed from it, or ATTACHMENT_NOT_FOUND. */
export function findAttachment(view: BoardView, taskId: TaskId, attachmentId: AttachmentId): Attachment {
  const attachments = view.details[taskId]?.attachments ?? [];
  return attachments.find(({ id }) => id === attachmentId) ?? refuse("ATTACHMENT_NOT_FOUND");
}

/** A file that is on an opened task, or ATTACHMENT_NOT_FOUND. */
export function needAttachment(view: BoardView, taskId: TaskId, attachmentId: AttachmentId): Attachment {
  const attachment = findAttachment(view, taskId, attachmentId);
  return attachment.removedAt === null ? attachment : refuse("ATTACHMENT_NOT_FOUND");
}

/** A hint of an opened task, or HINT_NOT_FOUND. */
export function needHint(view: BoardView, taskId: TaskId, hintId: HintId): Hint {
  const hints = view.details[taskId]?.hints ?? [];
  return hints.find((hint) => hint.id === hintId) ?? refuse("HINT_NOT_FOUND");
}

/** Refuses with the kind's NOT_FOUND when a hint names a label the board has no more. */
export function needHintedLabel(view: BoardView, value: HintValue): void {
  if (value.kind === "tag") need(view.tags, value.tagId, "TAG_NOT_FOUND");
  if (value.kind === "context") need(view.contexts, value.contextId, "CONTEXT_NOT_FOUND");
  if (value.kind === "project") need(view.projects, value.projectId, "PROJECT_NOT_FOUND");
}

/** A comment of an opened task, or COMMENT_NOT_FOUND. */
export function needComment(view: BoardView, taskId: TaskId, commentId: CommentId): Comment {
  const comments = view.details[taskId]?.comments ?? [];
  return comments.find((comment) => comment.id === commentId) ?? refuse("COMMENT_NOT_FOUND");
}

type Ranked = { id: string; rank: Rank };

/** A rank among `rows` for one that is there or comes; NEIGHBOURS_MOVED when the anchors are gone. */
export function needRank(rows: readonly Ranked[], movingId: string, anchors: Anchors): Rank {
  const gap = findGap(rows, movingId, anchors);
  if (gap === "lost") return refuse("NEIGHBOURS_MOVED");
  return rankInGap(gap, rows.find((row) => row.id === movingId)?.rank);
}

/** A rank for a task that comes from elsewhere; when the anchors are gone it goes to the end. */
export function rankOnArrival(view: BoardView, column: Column, taskId: TaskId, anchors: Anchors): Rank {
  const tasks = tasksInColumn(view, column.id);
  const gap = findGap(tasks, taskId, anchors);
  return rankInGap(gap === "lost" ? { above: tasks.at(-1)?.rank ?? null, below: null } : gap);
}

/** Judges one more task, or `entering` many, in a column by what this view holds; refuses as the server would. */
export function admit(view: BoardView, column: Column, overrideReason: string | undefined, entering = 1): OverrodeWip {
  const openTasks = tasksInColumn(view, column.id).length;
  const verdict = judgeWip({ openTasks, wipLimit: column.wipLimit }, view.board.wipPolicy, overrideReason, entering);
  const facts = { columnId: column.id, column: column.name, wipLimit: column.wipLimit, openTasks };
  if (verdict === "refused") return refuse("WIP_LIMIT_REACHED", facts);
  if (verdict === "reason-required") return refuse("WIP_REASON_REQUIRED", facts);
  return verdict === "override" && column.wipLimit !== null
    ? { wipLimit: column.wipLimit, reason: overrideReason ?? "" }
    : null;
}
