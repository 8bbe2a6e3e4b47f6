import { assertNever } from "@kanban/domain/assert-never";
import type { BoardView } from "@kanban/domain/board-view";
import type { Change } from "@kanban/domain/change";
import { planColumnRemove } from "@kanban/domain/plan-column";
import { refuse } from "@kanban/domain/refusal";
import { defined } from "@kanban/domain/rows";
import { writeAttachmentChange } from "../attachment/write-attachment-change.ts";
import { writeBoard } from "../board/board.repository.ts";
import {
  countChecklist,
  deleteChecklistItem,
  insertChecklistItems,
  updateChecklistItem,
} from "../checklist-item/checklist-item.repository.ts";
import {
  countTasksForGood,
  deleteColumn,
  enterColumn,
  insertColumn,
  leaveColumn,
  writeColumn,
  writeColumnRank,
} from "../column/column.repository.ts";
import { countComments, deleteComment, insertComments, writeComment } from "../comment/comment.repository.ts";
import { deleteContext, insertContext, writeContext } from "../context/context.repository.ts";
import { countProposedHints, writeDecision, writeReopened } from "../hint/hint.repository.ts";
import type { BoardScope } from "../mutate-board.ts";
import { deleteProject, insertProject, writeProject } from "../project/project.repository.ts";
import { deleteLink, insertLink } from "../task-link/task-link.repository.ts";
import { deleteTag, insertTag, writeTag } from "../tag/tag.repository.ts";
import { archived, changeLabels, writeGone, writeRestored, writeTask } from "../task/task-write.repository.ts";
import { deleteView, insertView, writeView } from "../view/view.repository.ts";
import { writePlace } from "../task/task.repository.ts";
import { checkLabelName } from "./check-label-name.ts";

/*
 * A change, written to the tables. Each operation writes its own changes itself; undoing meets them all, which is why
 * this is one long switch.
 */

/** Writes one change over the board as `view` has it and answers it, completed with what only the database knows. */
export async function writeChange(scope: BoardScope, view: BoardView, change: Change): Promise<Change> {
  const { tx, boardId, now, actor } = scope;
  await checkLabelName(scope, change);
  switch (change.type) {
    case "board.updated":
      await writeBoard(tx, boardId, change.payload.after);
      return change;

    case "column.created":
      await insertColumn(tx, boardId, change.payload.column);
      return change;
    case "column.updated":
      await writeColumn(tx, change.payload.columnId, change.payload.after);
      return change;
    case "column.moved":
      await writeColumnRank(tx, change.payload.columnId, change.payload.after.rank);
      return change;
    case "column.removed": {
      const { column } = change.payload;
      // The view does not see what lies in the archive or trash.
      planColumnRemove(column, await countTasksForGood(tx, column.id), Object.keys(view.columns).length);
      await deleteColumn(tx, column.id);
      return change;
    }

    case "task.updated": {
      const { taskId, version, after } = change.payload;
      const task = view.tasks[taskId] ?? refuse("TASK_NOT_FOUND");
      await writeTask(tx, boardId, task, defined(after), version);
      return change;
    }
    case "task.moved": {
      const { taskId, version, from, to, before, after } = change.payload;
      await writePlace(tx, taskId, to, after, version);
      await changeLabels(tx, boardId, taskId, { ...noLabels, contextIds: before.contextIds }, after);
      if (from.columnId !== to.columnId) {
        await leaveColumn(tx, boardId, from.columnId);
        await enterColumn(tx, { boardId, columnId: to.columnId, mayOverride: true });
      }
      return change;
    }
    case "task.archived":
    case "task.removed": {
      const { card, version } = change.payload;
      const gone = change.type === "task.archived" ? archived(change) : { deletedAt: new Date(now) };
      await leaveColumn(tx, boardId, card.columnId);
      await writeGone(tx, card.id, gone, version);
      return change;
    }
    case "task.restored": {
      const { card, version } = change.payload;
      await enterColumn(tx, { boardId, columnId: card.columnId, mayOverride: true });
      await writeRestored(tx, card.id, card, version);
      await writeTask(tx, boardId, { ...noLabels, ...view.gone[card.id], id: card.id }, labelsOf(card), version);
      return change;
    }

    case "checklist-item.created":
    case "checklist-item.updated":
    case "checklist-item.moved":
    case "checklist-item.removed":
      await writeItem(scope, change);
      await countChecklist(tx, change.payload.taskId, change.payload.version);
      return change;

    case "comment.created":
    case "comment.updated":
    case "comment.removed":
      await writeCommentChange(scope, change);
      await countComments(tx, change.payload.taskId);
      return change;
    case "task-link.created":
      if (!(await insertLink(tx, boardId, change.payload.link))) refuse("ID_TAKEN");
      return change;
    case "task-link.removed":
      await deleteLink(tx, boardId, change.payload.link.id);
      return change;

    case "attachment.updated":
    case "attachment.removed":
    case "attachment.restored":
    case "task.covered":
      await writeAttachmentChange(tx, change);
      return change;

    case "tag.created":
      if (!(await insertTag(tx, boardId, change.payload.tag))) refuse("ID_TAKEN");
      return change;
    case "tag.updated":
      await writeTag(tx, change.payload.tagId, defined(change.payload.after));
      return change;
    case "tag.removed": {
      const taskIds = (await deleteTag(tx, change.payload.tag.id)).map(({ id }) => id);
      return { ...change, payload: { ...change.payload, taskIds } };
    }
    case "context.created":
      if (!(await insertContext(tx, boardId, change.payload.context))) refuse("ID_TAKEN");
      return change;
    case "context.updated":
      await writeContext(tx, change.payload.contextId, defined(change.payload.after));
      return change;
    case "context.removed": {
      const { tasks, columns } = await deleteContext(tx, change.payload.context.id);
      const ids = { taskIds: tasks.map(({ id }) => id), columnIds: columns.map(({ id }) => id) };
      return { ...change, payload: { ...change.payload, ...ids } };
    }
    case "project.created":
      if (!(await insertProject(tx, boardId, change.payload.project))) refuse("ID_TAKEN");
      return change;
    case "project.updated":
      await writeProject(tx, change.payload.projectId, defined(change.payload.after));
      return change;
    case "project.removed": {
      const taskIds = (await deleteProject(tx, change.payload.project.id)).map(({ id }) => id);
      return { ...change, payload: { ...change.payload, taskIds } };
    }

    case "view.created":
      if (!(await insertView(tx, boardId, change.payload.view))) refuse("ID_TAKEN");
      return change;
    case "view.updated":
    case "view.moved":
      await writeView(tx, change.payload.viewId, defined(change.payload.after));
      return change;
    case "view.removed":
      await deleteView(tx, change.payload.view.id);
      return change;

    case "hint.decided":
      await writeDecision(tx, change.payload.hintId, change.payload.state, { now, userId: actor.userId });
      await countProposedHints(tx, change.payload.taskId);
      return change;
    case "hint.reopened":
      await writeReopened(tx, change.payload.hintId);
      await countProposedHints(tx, change.payload.taskId);
      return change;

    // Undoing never makes these.
    case "board.created":
    case "board.removed":
    case "board.restored":
    case "column.reranked":
    case "task.created":
    case "hint.recorded":
    case "attachment.created":
    case "preview.recorded":
      throw new Error(`Nothing is undone by ${change.type}`);
    default:
      return assertNever(change);
  }
}

const noLabels = { contextIds: [], tagIds: [], assigneeIds: [] };

function labelsOf({ contextIds, tagIds, assigneeIds, projectId }: BoardView["tasks"][keyof BoardView["tasks"]]) {
  return { contextIds, tagIds, assigneeIds, projectId };
}

async function writeItem(
  { tx, boardId }: BoardScope,
  { type, payload }: Extract<Change, { type: `checklist-item.${string}` }>,
): Promise<void> {
  switch (type) {
    case "checklist-item.created":
      if (!(await insertChecklistItems(tx, boardId, payload.taskId, [payload.item]))) refuse("ID_TAKEN");
      return;
    case "checklist-item.updated":
      return updateChecklistItem(tx, payload.itemId, defined(payload.after));
    case "checklist-item.moved":
      return updateChecklistItem(tx, payload.itemId, payload.after);
    case "checklist-item.removed":
      return deleteChecklistItem(tx, payload.item.id);
  }
}

async function writeCommentChange(
  { tx, boardId }: BoardScope,
  { type, payload }: Extract<Change, { type: `comment.${string}` }>,
): Promise<void> {
  switch (type) {
    case "comment.created":
      if (!(await insertComments(tx, boardId, payload.taskId, [payload.comment]))) refuse("ID_TAKEN");
      return;
    case "comment.updated":
      return writeComment(tx, payload.after);
    case "comment.removed":
      return deleteComment(tx, payload.comment.id);
  }
}
