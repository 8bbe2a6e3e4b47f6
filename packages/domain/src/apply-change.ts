import { assertNever } from "./assert-never.ts";
import type { BoardView } from "./board-view.ts";
import { applyAttachmentChange } from "./apply-attachment-change.ts";
import { applyChecklistChange } from "./apply-checklist-change.ts";
import { applyCommentChange } from "./apply-comment-change.ts";
import type { Change, ChangeOf } from "./change.ts";
import { hintStateIn } from "./hint/hint-state-in.ts";
import type { TaskId } from "./ids.ts";
import { patchDetail, patchMany, patchTask } from "./patch-view.ts";
import { defined, patch, put, without } from "./rows.ts";

/**
 * The board after one change. Pure; used for confirmed events and for pending mutations alike. Changes of rows that
 * are not there (a card archived meanwhile) are ignored, so that replaying never throws.
 */
export function applyChange(view: BoardView, change: Change): BoardView {
  switch (change.type) {
    case "board.created":
    case "board.removed":
    case "board.restored":
      return view;
    case "board.updated":
      return { ...view, board: { ...view.board, ...defined(change.payload.after) } };

    case "column.created":
      return { ...view, columns: put(view.columns, change.payload.column.id, change.payload.column) };
    case "column.updated":
      return { ...view, columns: patch(view.columns, change.payload.columnId, change.payload.after) };
    case "column.moved":
      return { ...view, columns: patch(view.columns, change.payload.columnId, change.payload.after) };
    case "column.removed":
      return { ...view, columns: without(view.columns, change.payload.column.id) };
    case "column.reranked": {
      const ranks = new Map(change.payload.ranks);
      return patchMany(view, [...ranks.keys()], (task) => ({ rank: ranks.get(task.id) ?? task.rank }));
    }

    case "task.created":
      return { ...view, tasks: put(view.tasks, change.payload.card.id, change.payload.card) };
    case "task.restored": {
      const { card } = change.payload;
      return { ...view, tasks: put(view.tasks, card.id, card), gone: without(view.gone, card.id) };
    }
    case "task.updated":
      return applyTaskUpdate(view, change);
    case "task.moved": {
      const { taskId, version, to, after } = change.payload;
      return patchTask(view, taskId, { columnId: to.columnId, rank: to.rank, ...after, version });
    }
    case "task.archived":
    case "task.removed": {
      const { card } = change.payload;
      return { ...view, tasks: without(view.tasks, card.id), gone: put(view.gone, card.id, card) };
    }

    case "checklist-item.created":
    case "checklist-item.updated":
    case "checklist-item.moved":
    case "checklist-item.removed":
      return applyChecklistChange(view, change);

    case "comment.created":
    case "comment.updated":
    case "comment.removed":
      return applyCommentChange(view, change);

    case "task-link.created":
      return { ...view, links: put(view.links, change.payload.link.id, change.payload.link) };
    case "task-link.removed":
      return { ...view, links: without(view.links, change.payload.link.id) };

    case "attachment.created":
    case "attachment.updated":
    case "attachment.removed":
    case "attachment.restored":
    case "preview.recorded":
    case "task.covered":
      return applyAttachmentChange(view, change);

    case "tag.created":
      return { ...view, tags: put(view.tags, change.payload.tag.id, change.payload.tag) };
    case "tag.updated":
      return { ...view, tags: patch(view.tags, change.payload.tagId, change.payload.after) };
    case "tag.removed": {
      const { tag, taskIds } = change.payload;
      const cleared = patchMany(view, taskIds, (task) => ({ tagIds: task.tagIds.filter((id) => id !== tag.id) }));
      return { ...cleared, tags: without(view.tags, tag.id) };
    }
    case "context.created":
      return { ...view, contexts: put(view.contexts, change.payload.context.id, change.payload.context) };
    case "context.updated":
      return { ...view, contexts: patch(view.contexts, change.payload.contextId, change.payload.after) };
    case "context.removed": {
      const { context, taskIds, columnIds } = change.payload;
      const cleared = patchMany(view, taskIds, (task) => ({
        contextIds: task.contextIds.filter((id) => id !== context.id),
      }));
      const columns = columnIds.reduce<BoardView["columns"]>(
        (all, id) => patch(all, id, { contextId: null }),
        view.columns,
      );
      return { ...cleared, columns, contexts: without(view.contexts, context.id) };
    }
    case "project.created":
      return { ...view, projects: put(view.projects, change.payload.project.id, change.payload.project) };
    case "project.updated":
      return { ...view, projects: patch(view.projects, change.payload.projectId, change.payload.after) };
    case "project.removed": {
      const { project, taskIds } = change.payload;
      const cleared = patchMany(view, taskIds, () => ({ projectId: null }));
      return { ...cleared, projects: without(view.projects, project.id) };
    }

    case "view.created":
      return { ...view, views: put(view.views, change.payload.view.id, change.payload.view) };
    case "view.updated":
    case "view.moved":
      return { ...view, views: patch(view.views, change.payload.viewId, change.payload.after) };
    case "view.removed":
      return { ...view, views: without(view.views, change.payload.view.id) };

    case "hint.recorded": {
      const { hint } = change.payload;
      const counted = addToHintCount(view, hint.taskId, hint.state === "proposed" ? 1 : 0);
      return patchDetail(counted, hint.taskId, (detail) => ({ hints: [...detail.hints, hint] }));
    }
    case "hint.decided": {
      const { hintId, taskId, state } = change.payload;
      const was = hintStateIn(view, taskId, hintId) ?? "proposed";
      const counted = addToHintCount(view, taskId, was === "proposed" ? -1 : 0);
      return patchDetail(counted, taskId, (detail) => ({
        hints: detail.hints.map((hint) => (hint.id === hintId ? { ...hint, state } : hint)),
      }));
    }
    case "hint.reopened": {
      const { hintId, taskId } = change.payload;
      const counted = addToHintCount(view, taskId, hintStateIn(view, taskId, hintId) === "proposed" ? 0 : 1);
      return patchDetail(counted, taskId, (detail) => ({
        hints: detail.hints.map((hint) => (hint.id === hintId ? { ...hint, state: "proposed" } : hint)),
      }));
    }
    default:
      return assertNever(change);
  }
}

function addToHintCount(view: BoardView, taskId: TaskId, amount: number): BoardView {
  const task = view.tasks[taskId];
  return task ? patchTask(view, taskId, { hintCount: Math.max(0, task.hintCount + amount) }) : view;
}

function applyTaskUpdate(view: BoardView, { payload }: ChangeOf<"task.updated">): BoardView {
  const { notes, ...fields } = defined(payload.after);
  const card = { ...fields, version: payload.version, ...(notes === undefined ? {} : { hasNotes: notes !== "" }) };
  const patched = patchTask(view, payload.taskId, card);
  if (notes === undefined) return patched;
  return patchDetail(patched, payload.taskId, () => ({ notes, notesVersion: payload.version }));
}
