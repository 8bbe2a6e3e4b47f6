import type { BoardId, UserId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import type { ApiDb, Pool } from "../context.ts";
import { getBoardClock } from "./board.repository.ts";

/**
 * The board a person captures into when none is named: the one they chose, else the oldest of their own, examples last,
 * else the oldest they may change. Only boards that have an inbox; `null` when there is none.
 */
export async function findCaptureBoard(pool: Pool, userId: UserId): Promise<BoardId | null> {
  // Named, so that it is planned once: with its joins that is most of what it costs.
  const { rows } = await pool.query<{ id: BoardId }>({
    name: "find-capture-board",
    text: `SELECT b.id FROM board_member m
      JOIN board b ON b.id = m.board_id AND b.deleted_at IS NULL
      JOIN "user" u ON u.id = m.user_id
      WHERE m.user_id = $1 AND m.role <> 'viewer'
        AND EXISTS (SELECT FROM "column" c WHERE c.board_id = b.id AND c.kind = 'inbox')
      ORDER BY b.id IS DISTINCT FROM u.capture_board_id, b.is_demo, m.role <> 'owner', b.created_at, b.id LIMIT 1`,
    values: [userId],
  });
  return rows[0]?.id ?? null;
}

/** What the person chose, whether captures can still go there or not. */
export async function findChosenCaptureBoard(db: ApiDb, userId: UserId): Promise<BoardId | null> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { captureBoardId: true } });
  return (user?.captureBoardId ?? null) as BoardId | null;
}

/** Writes what the person chooses; BOARD_NOT_FOUND and READ_ONLY for a board they could not capture into. */
export async function writeCaptureBoard(db: ApiDb, userId: UserId, boardId: BoardId | null): Promise<void> {
  if (boardId !== null && (await getBoardClock(db, boardId, userId)).role === "viewer") refuse("READ_ONLY");
  await db.user.updateMany({ where: { id: userId }, data: { captureBoardId: boardId } });
}
