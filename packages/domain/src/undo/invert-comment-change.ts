import type { CommentChange } from "../apply-comment-change.ts";
import type { BoardView } from "../board-view.ts";
import type { Change } from "../change.ts";
import { needTask } from "../view-lookup.ts";
import { aboutTask, checkUnchanged } from "./undo-checks.ts";

/** What undoes a change of a comment. Of a task whose bodies are not known here: nothing, the server will tell. */
export function invertCommentChange(view: BoardView, change: CommentChange): Change[] {
  const task = needTask(view, change.payload.taskId);
  const comments = view.details[task.id]?.comments;
  if (!comments) return [];
  const taskId = task.id;
  if (change.type === "comment.updated") {
    const { before, after } = change.payload;
    const comment = comments.find(({ id }) => id === after.id);
    // Removed meanwhile, by its author or the owner: there is nothing left whose text could be brought back.
    if (!comment) return [];
    checkUnchanged(comment, { body: after.body }, aboutTask(task));
    return [{ type: "comment.updated", payload: { taskId, before: comment, after: before } }];
  }
  const comment = comments.find(({ id }) => id === change.payload.comment.id);
  if (change.type === "comment.removed") {
    return comment ? [] : [{ type: "comment.created", payload: { taskId, comment: change.payload.comment } }];
  }
  if (!comment) return [];
  checkUnchanged(comment, { body: change.payload.comment.body }, aboutTask(task));
  return [{ type: "comment.removed", payload: { taskId, comment } }];
}
