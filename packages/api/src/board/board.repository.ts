import type { ChangePayload } from "@kanban/domain/change";
import type { Board, BoardRole, Column, Member } from "@kanban/domain/entities";
import type { BoardId, UserId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import type { ApiDb, ApiTx, SqlTx } from "../context.ts";

const boardSelect = { id: true, name: true, key: true, wipPolicy: true, sleepAfterDays: true, isDemo: true } as const;

/** Boards the user is a member of, oldest first, also those in the trash. */
export async function listMemberships(db: ApiDb, userId: UserId) {
  return db.boardMember.findMany({
    where: { userId },
    orderBy: [{ board: { createdAt: "asc" } }, { boardId: "asc" }],
    select: {
      role: true,
      board: {
        select: {
          ...boardSelect,
          seq: true,
          createdAt: true,
          deletedAt: true,
          columns: { select: { kind: true, openTasks: true } },
        },
      },
    },
  });
}

/** Boards the user owns, also those in the trash. */
export async function countOwnBoards(tx: ApiTx, userId: UserId): Promise<number> {
  return tx.boardMember.count({ where: { userId, role: "owner" } });
}

/** Writes a new board with its columns and its owner; ID_TAKEN when an id is in use anywhere. */
export async function insertBoard(tx: ApiTx, board: Board, columns: Column[], owner: UserId): Promise<void> {
  const { count } = await tx.board.createMany({ data: [board], skipDuplicates: true });
  if (count === 0) refuse("ID_TAKEN");
  const boardId = board.id;
  await tx.boardMember.createMany({ data: [{ boardId, userId: owner, role: "owner" }] });
  await tx.column.createMany({ data: columns.map((column) => ({ ...column, boardId })) });
}

/** The database's epoch and the user as a member sees them. */
export async function getOwner(tx: ApiTx, userId: UserId): Promise<{ epoch: string; owner: Member }> {
  const { epoch } = await tx.instance.findFirstOrThrow({ select: { epoch: true } });
  const { name } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  return { epoch, owner: { userId, name, role: "owner" } };
}

/** Writes changed settings. */
export async function writeBoard(
  tx: ApiTx,
  boardId: BoardId,
  after: ChangePayload<"board.updated">["after"],
): Promise<void> {
  const { name, key, wipPolicy, sleepAfterDays, hints } = after;
  await tx.board.updateMany({
    where: { id: boardId },
    data: {
      ...(name === undefined ? {} : { name }),
      ...(key === undefined ? {} : { key }),
      ...(wipPolicy === undefined ? {} : { wipPolicy }),
      ...(sleepAfterDays === undefined ? {} : { sleepAfterDays }),
      ...(hints === undefined ? {} : { hints }),
    },
  });
}

/** When the board went into the trash; `null` when it is not there. Holds the board's row to the commit. */
export async function lockDeletedAt(tx: SqlTx, boardId: BoardId): Promise<Date | null> {
  const [row] = await tx.sql<{ deletedAt: Date | null }>`
    SELECT deleted_at AS "deletedAt" FROM board WHERE id = ${boardId}::uuid FOR NO KEY UPDATE`;
  return row?.deletedAt ?? null;
}

/** Puts the board into the trash, or takes it out with `null`. */
export async function writeDeletedAt(tx: ApiTx, boardId: BoardId, deletedAt: Date | null): Promise<void> {
  await tx.board.updateMany({ where: { id: boardId }, data: { deletedAt } });
}

/** The board's settings, which nobody else changes before the commit. */
export async function getLockedBoard(tx: SqlTx, boardId: BoardId): Promise<Board> {
  const [board] = await tx.sql<Board>`
    SELECT id::text, name, key, wip_policy::text AS "wipPolicy", sleep_after_days AS "sleepAfterDays", is_demo AS "isDemo",
      hints
    FROM board WHERE id = ${boardId}::uuid FOR NO KEY UPDATE`;
  return board ?? refuse("BOARD_NOT_FOUND");
}

/** Serialises what concerns the board as a whole, such as the order of its columns. */
export async function lockBoard(tx: SqlTx, boardId: BoardId): Promise<void> {
  await tx.sql`SELECT FROM board WHERE id = ${boardId}::uuid FOR NO KEY UPDATE`;
}

/**
 * The number of a new task, counted per board, and how many live tasks the board holds. Takes the board's row, so it
 * comes after every other lock.
 */
export async function takeTaskNumber(tx: SqlTx, boardId: BoardId): Promise<{ number: number; openTasks: number }> {
  const [row] = await tx.sql<{ number: number; openTasks: number }>`
    UPDATE board SET next_number = next_number + 1 WHERE id = ${boardId}::uuid
    RETURNING next_number - 1 AS number,
      (SELECT sum(c.open_tasks)::int FROM "column" c WHERE c.board_id = ${boardId}::uuid) AS "openTasks"`;
  return row ?? refuse("BOARD_NOT_FOUND");
}

/** Where a live board of the user stands: its clock; BOARD_NOT_FOUND for anybody else. */
export async function getBoardClock(
  db: ApiDb | ApiTx,
  boardId: BoardId,
  userId: UserId,
): Promise<{ epoch: string; seq: number; role: BoardRole }> {
  const [row] = await db.$queryRaw<{ epoch: string; seq: bigint; role: BoardRole }[]>`
    SELECT i.epoch::text, b.seq, m.role::text FROM instance i, board b JOIN board_member m ON m.board_id = b.id
    WHERE b.id = ${boardId}::uuid AND b.deleted_at IS NULL AND m.user_id = ${userId}::uuid`;
  return row ? { ...row, seq: Number(row.seq) } : refuse("BOARD_NOT_FOUND");
}
