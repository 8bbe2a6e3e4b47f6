import type { TaskId, UserId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { ApiDb, Pool } from "../context.ts";

type Holder = { tabId: string; userId: UserId };

/**
 * Hands a tab the first of these tasks that nobody else has in hand, as many as it may hold. What it was handed before
 * stays with it for its time: a decision may still be on its way here. Tasks that are not its user's to clarify are passed
 * over like those that do not exist. Rows are written in the order of their ids, so that two who ask for the same never
 * wait for each other in a circle.
 * @returns what it has in hand, and whether somebody who asked at the same moment was quicker with one that seemed free;
 * whoever looks again sees that one in their hand.
 */
export async function takeLeases(
  db: ApiDb,
  { tabId, userId }: Holder,
  wanted: readonly TaskId[],
): Promise<{ taken: TaskId[]; isBeaten: boolean }> {
  const rows = await db.$queryRaw<{ taskId: TaskId; isTaken: boolean }[]>`
    WITH free AS (
      SELECT t.id, asked.place
      FROM unnest(${[...wanted]}::uuid[]) WITH ORDINALITY AS asked (id, place)
        JOIN task t ON t.id = asked.id AND t.archived_at IS NULL AND t.deleted_at IS NULL
        JOIN board b ON b.id = t.board_id AND b.deleted_at IS NULL
        JOIN board_member m ON m.board_id = b.id AND m.user_id = ${userId}::uuid AND m.role <> 'viewer'
        LEFT JOIN clarify_lease l ON l.task_id = t.id AND l.user_id <> ${userId}::uuid
          AND l.seen_at > now() - ${limits.clarifyLeaseSeconds}::int * interval '1 second'
      WHERE l.task_id IS NULL
      ORDER BY asked.place
      LIMIT ${limits.clarifyLeases}
    ), taken AS (
      INSERT INTO clarify_lease AS held (task_id, tab_id, user_id, seen_at)
      SELECT id, ${tabId}::uuid, ${userId}::uuid, now() FROM free ORDER BY id
      ON CONFLICT (task_id) DO UPDATE SET tab_id = EXCLUDED.tab_id, user_id = EXCLUDED.user_id, seen_at = now()
        WHERE held.user_id = EXCLUDED.user_id
          OR held.seen_at <= now() - ${limits.clarifyLeaseSeconds}::int * interval '1 second'
      RETURNING task_id
    )
    SELECT free.id::text AS "taskId", taken.task_id IS NOT NULL AS "isTaken"
    FROM free LEFT JOIN taken ON taken.task_id = free.id
    ORDER BY free.place`;
  const taken = rows.filter(({ isTaken }) => isTaken).map(({ taskId }) => taskId);
  return { taken, isBeaten: taken.length < rows.length };
}

/** The tab has nothing in hand any more. */
export async function releaseLeases(db: ApiDb, { tabId, userId }: Holder): Promise<void> {
  await db.clarifyLease.deleteMany({ where: { tabId, userId } });
}

/** Forgets leases nobody has spoken for in long. */
export async function forgetOldLeases(pool: Pool): Promise<void> {
  await pool.query("DELETE FROM clarify_lease WHERE seen_at < now() - $1::int * interval '1 second'", [
    limits.clarifyLeaseSeconds * 2,
  ]);
}
