import type { Comment, Member } from "@kanban/domain/entities";
import type { BoardId, CommentId, TaskId } from "@kanban/domain/ids";
import type { ApiTx } from "../context.ts";

const commentSelect = { id: true, authorId: true, body: true, mentionIds: true, createdAt: true, editedAt: true };

/** A comment of a task of this board. The task's lock, which `mutateBoard` holds, keeps it as it is. */
export async function findComment(
  tx: ApiTx,
  boardId: BoardId,
  taskId: TaskId,
  commentId: CommentId,
): Promise<Comment | null> {
  const row = await tx.comment.findFirst({ where: { id: commentId, taskId, boardId }, select: commentSelect });
  if (!row) return null;
  const { createdAt, editedAt, ...rest } = row;
  return {
    ...(rest as Pick<Comment, "id" | "authorId" | "body" | "mentionIds">),
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  };
}

/** Who may be mentioned on a board. */
export async function listMemberNames(tx: ApiTx, boardId: BoardId): Promise<Pick<Member, "userId" | "name">[]> {
  const rows = await tx.$queryRaw<Pick<Member, "userId" | "name">[]>`
    SELECT u.id::text AS "userId", u.name FROM board_member m JOIN "user" u ON u.id = m.user_id
    WHERE m.board_id = ${boardId}::uuid`;
  return rows;
}

/** Stores new comments; false when an id is taken. */
export async function insertComments(
  tx: ApiTx,
  boardId: BoardId,
  taskId: TaskId,
  comments: readonly Comment[],
): Promise<boolean> {
  const data = comments.map((comment) => ({ ...comment, boardId, taskId }));
  const { count } = await tx.comment.createMany({ data, skipDuplicates: true });
  return count === comments.length;
}

/** Writes another text. */
export async function writeComment(tx: ApiTx, { id, body, mentionIds, editedAt }: Comment): Promise<void> {
  await tx.comment.update({ where: { id }, data: { body, mentionIds, editedAt }, select: { id: true } });
}

/** Deletes a comment. */
export async function deleteComment(tx: ApiTx, commentId: CommentId): Promise<void> {
  await tx.comment.delete({ where: { id: commentId }, select: { id: true } });
}

/** Keeps the task's count in step with its comments. */
export async function countComments(tx: ApiTx, taskId: TaskId): Promise<void> {
  await tx.$executeRaw`
    UPDATE task SET comment_count = (SELECT count(*)::int FROM comment WHERE task_id = ${taskId}::uuid)
    WHERE id = ${taskId}::uuid`;
}
