import type { BoardId, UserId } from "@kanban/domain/ids";
import type { Moment } from "@kanban/domain/moment";
import type { ApiDb } from "../context.ts";
import { momentOf } from "../task/task-row.ts";

/**
 * When tasks in the inboxes of a user come back that are put off, by board. Whole days of yesterday are among them: it
 * may not be over where the user is.
 */
export async function listDeferredInInbox(db: ApiDb, userId: UserId): Promise<Map<BoardId, Moment[]>> {
  const rows = await db.$queryRaw<{ boardId: BoardId; day: string | null; at: string | null }[]>`
    SELECT t.board_id::text AS "boardId", t.defer_until_day::text AS day, t.defer_until_at::text AS at
    FROM board_member m JOIN "column" c ON c.board_id = m.board_id AND c.kind = 'inbox'
      JOIN task t ON t.column_id = c.id
    WHERE m.user_id = ${userId}::uuid AND t.archived_at IS NULL AND t.deleted_at IS NULL
      AND (t.defer_until_day >= current_date - 1 OR t.defer_until_at > now() - interval '1 minute')`;
  const moments = new Map<BoardId, Moment[]>();
  for (const { boardId, day, at } of rows) {
    const moment = momentOf(day, at);
    if (moment !== null) moments.set(boardId, [...(moments.get(boardId) ?? []), moment]);
  }
  return moments;
}
