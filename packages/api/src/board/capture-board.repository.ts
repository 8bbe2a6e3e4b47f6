import { Prisma } from "@kanban/db-api/client";
import { sqlTagOf } from "@kanban/db-api/transaction";
import type { BoardId, UserId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import type { ApiDb, Pool } from "../context.ts";
import { columnFields } from "../column/column.repository.ts";
import { getBoardClock } from "./board.repository.ts";

/** A board that captures can go to. */
export type CaptureBoard = { id: BoardId; name: string };

type Which = { only?: BoardId | null; most?: number | null };

/**
 * The boards a person may capture into, in the order in which one is taken when none is named: the one they chose, then
 * the oldest of their own, examples last, then the oldest they may change. Only boards that have an inbox, and only the
 * one named in `only` if there is one.
 */
export function listCaptureBoards(pool: Pool, userId: UserId, which: Which = {}): Promise<CaptureBoard[]> {
  return sqlTagOf(pool)<CaptureBoard>`${selectCaptureBoards(Prisma.sql`b.id, b.name`, userId, which)}`;
}

/** {@link listCaptureBoards} as a statement that answers what is asked of each board `b` and of its `inbox`. */
export function selectCaptureBoards(asked: Prisma.Sql, userId: UserId, { only = null, most = null }: Which) {
  return Prisma.sql`
    SELECT ${asked} FROM board_member m
    JOIN board b ON b.id = m.board_id AND b.deleted_at IS NULL
    JOIN "user" u ON u.id = m.user_id
    CROSS JOIN LATERAL (
      SELECT ${columnFields} FROM "column" WHERE board_id = b.id AND kind = 'inbox' ORDER BY rank LIMIT 1) inbox
    WHERE m.user_id = ${userId}::uuid AND m.role <> 'viewer' AND (${only}::uuid IS NULL OR b.id = ${only}::uuid)
    ORDER BY b.id IS DISTINCT FROM u.capture_board_id, b.is_demo, m.role <> 'owner', b.created_at, b.id
    LIMIT ${most}::int`;
}

/** The board a person captures into when none is named: the first of {@link listCaptureBoards}; `null` for none. */
export async function findCaptureBoard(pool: Pool, userId: UserId): Promise<BoardId | null> {
  const [first] = await listCaptureBoards(pool, userId, { most: 1 });
  return first?.id ?? null;
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
