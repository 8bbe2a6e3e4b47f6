import type { BoardView } from "./board-view.ts";
import type { Change } from "./change.ts";
import type { Comment } from "./entities.ts";
import { patchDetail, patchTask } from "./patch-view.ts";

export type CommentChange = Extract<Change, { type: `comment.${string}` }>;

/** The board after a change to a comment: the card counts them, the open panel shows them. */
export function applyCommentChange(view: BoardView, change: CommentChange): BoardView {
  const { taskId } = change.payload;
  const task = view.tasks[taskId];
  const more = { "comment.created": 1, "comment.updated": 0, "comment.removed": -1 }[change.type];
  const counted = task && more !== 0 ? patchTask(view, taskId, { commentCount: task.commentCount + more }) : view;
  return patchDetail(counted, taskId, (detail) => ({ comments: changeComments(detail.comments, change) }));
}

function changeComments(comments: readonly Comment[], { type, payload }: CommentChange): Comment[] {
  if (type === "comment.updated") {
    return comments.map((comment) => (comment.id === payload.after.id ? payload.after : comment));
  }
  const others = comments.filter((comment) => comment.id !== payload.comment.id);
  return type === "comment.removed" ? others : [...others, payload.comment].sort(byAge);
}

/** Oldest first, as the database lists them. */
function byAge(a: Comment, b: Comment): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
