import { hash } from "node:crypto";
import type { BoardId, TaskId, UserId } from "@kanban/domain/ids";
import type { ApiDb, ApiTx } from "../context.ts";

const hashOf = (messageId: string) => hash("sha256", messageId);

/** Whether a mail has become a task that is there. */
export async function isCaptured(db: ApiDb, mailId: string): Promise<boolean> {
  return (await db.capturedMail.findUnique({ where: { id: mailId }, select: { id: true } })) !== null;
}

/** Keeps which task a mail became. One whose task is gone for good is not kept. */
export async function insertCapturedMail(
  tx: ApiTx,
  {
    mailId,
    userId,
    taskId,
    messageId,
    now,
  }: { mailId: string; userId: UserId; taskId: TaskId; messageId: string | null; now: Date },
): Promise<void> {
  await tx.sql`
    INSERT INTO captured_mail (id, user_id, board_id, task_id, message_hash, captured_at)
    SELECT ${mailId}::uuid, ${userId}::uuid, board_id, id, ${messageId && hashOf(messageId)}, ${now.toISOString()}::timestamptz
    FROM task WHERE id = ${taskId}::uuid ON CONFLICT DO NOTHING`;
}

/** The task of the nearest mail among those a mail answers; of the person's own mail only. */
export async function findAnsweredTask(
  db: ApiDb,
  userId: UserId,
  answers: readonly string[],
): Promise<{ boardId: BoardId; taskId: TaskId } | null> {
  if (answers.length === 0) return null;
  const hashes = answers.map(hashOf);
  const rows = await db.$queryRaw<{ boardId: BoardId; taskId: TaskId }[]>`
    SELECT m.board_id::text AS "boardId", m.task_id::text AS "taskId"
    FROM captured_mail m JOIN task t ON t.id = m.task_id
    WHERE m.user_id = ${userId}::uuid AND m.message_hash = ANY(${hashes})
      AND t.archived_at IS NULL AND t.deleted_at IS NULL
    ORDER BY array_position(${hashes}::text[], m.message_hash) LIMIT 1`;
  return rows[0] ?? null;
}
