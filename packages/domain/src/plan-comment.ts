import type { ChangeOf } from "./change.ts";
import type { BoardRole, Comment, Member } from "./entities.ts";
import type { CommentId, TaskId, UserId } from "./ids.ts";
import { limits } from "./limits.ts";
import { mentionsIn } from "./mentions-in.ts";
import type { Instant } from "./moment.ts";
import { refuse } from "./refusal.ts";

type Members = readonly Pick<Member, "userId" | "name">[];

/** A new comment; the members it names are called. */
export function planCommentCreate(asked: {
  task: { id: TaskId; commentCount: number };
  commentId: CommentId;
  body: string;
  authorId: UserId;
  members: Members;
  now: Instant;
}): ChangeOf<"comment.created"> {
  const { task, commentId, body, authorId, members, now } = asked;
  const limit = limits.commentsPerTask;
  if (task.commentCount >= limit) refuse("LIMIT_REACHED", { limit });
  const mentionIds = mentionsIn(body, members);
  const comment = { id: commentId, authorId, body, mentionIds, createdAt: now, editedAt: null };
  return { type: "comment.created", payload: { taskId: task.id, comment } };
}

/** Another text, by its author alone; `null` when it says the same. */
export function planCommentUpdate(asked: {
  taskId: TaskId;
  comment: Comment;
  body: string;
  userId: UserId;
  members: Members;
  now: Instant;
}): ChangeOf<"comment.updated"> | null {
  const { taskId, comment, body, userId, members, now } = asked;
  if (comment.authorId !== userId) refuse("AUTHOR_ONLY");
  if (comment.body === body) return null;
  const after = { ...comment, body, mentionIds: mentionsIn(body, members), editedAt: now };
  return { type: "comment.updated", payload: { taskId, before: comment, after } };
}

/** The comment is gone, by its author or the board's owner; its event carries it, so that it can be brought back. */
export function planCommentRemove(
  taskId: TaskId,
  comment: Comment,
  who: { userId: UserId; role: BoardRole },
): ChangeOf<"comment.removed"> {
  if (comment.authorId !== who.userId && who.role !== "owner") refuse("AUTHOR_ONLY");
  return { type: "comment.removed", payload: { taskId, comment } };
}
