import { Prisma } from "@kanban/db-api/client";
import type { BoardId, TaskId, UserId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { ApiDb, Pool } from "../context.ts";

/** Somebody else's look at a board, as its members are told. */
export type Watcher = { userId: UserId; taskIds: TaskId[] };

/** Notes that a tab shows a board of its user's, and which of its tasks; false when there is none for them. */
export async function writePresence(
  db: ApiDb,
  { tabId, userId, boardId, taskId }: { tabId: string; userId: UserId; boardId: BoardId; taskId: TaskId | null },
): Promise<boolean> {
  const written = await db.$executeRaw`
    INSERT INTO presence (tab_id, user_id, board_id, task_id, seen_at)
    SELECT ${tabId}::uuid, m.user_id, b.id, ${taskId}::uuid, now()
    FROM board b JOIN board_member m ON m.board_id = b.id
    WHERE b.id = ${boardId}::uuid AND b.deleted_at IS NULL AND m.user_id = ${userId}::uuid
      AND (${taskId}::uuid IS NULL OR EXISTS (SELECT FROM task WHERE id = ${taskId}::uuid AND board_id = b.id))
    ON CONFLICT (tab_id) DO UPDATE SET board_id = EXCLUDED.board_id, task_id = EXCLUDED.task_id, seen_at = now()
      WHERE presence.user_id = EXCLUDED.user_id`;
  return written === 1;
}

/** The tab shows no board any more. */
export async function removePresence(db: ApiDb, tabId: string, userId: UserId): Promise<void> {
  await db.presence.deleteMany({ where: { tabId, userId } });
}

/** A row of {@link watchersOf}. */
export type WatcherRow = Watcher & { boardId: BoardId };

/** Who looks at these boards now, members only, for a statement that has checked who asks. */
export function watchersOf(boardIds: readonly BoardId[]): Prisma.Sql {
  return Prisma.sql`
    SELECT p.board_id::text AS "boardId", p.user_id::text AS "userId",
      array_remove(array_agg(DISTINCT p.task_id::text), NULL) AS "taskIds"
    FROM presence p JOIN board_member m ON m.board_id = p.board_id AND m.user_id = p.user_id
    WHERE p.board_id = ANY (${[...boardIds]}::uuid[])
      AND p.seen_at > now() - ${limits.presenceSeconds}::int * interval '1 second'
    GROUP BY p.board_id, p.user_id`;
}

/** Forgets tabs that have said nothing for long. */
export async function forgetOldPresence(pool: Pool): Promise<void> {
  await pool.query("DELETE FROM presence WHERE seen_at < now() - $1::int * interval '1 second'", [
    limits.presenceSeconds * 2,
  ]);
}
