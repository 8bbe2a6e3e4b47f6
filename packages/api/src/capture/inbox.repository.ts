import { Prisma } from "@kanban/db-api/client";
import type { BoardId, ColumnId } from "@kanban/domain/ids";
import type { Rank } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import { columnFields, type CountedColumn } from "../column/column.repository.ts";
import type { SqlTx } from "../context.ts";

/** How many tasks a board has open. */
export const openTasksOf = (boardId: Prisma.Sql) =>
  Prisma.sql`(SELECT sum(c.open_tasks)::int FROM "column" c WHERE c.board_id = ${boardId})`;

/** The rank of the task on top of a column; null for an empty one. */
export const topRankOf = (columnId: Prisma.Sql) => Prisma.sql`
  (SELECT t.rank FROM task t WHERE t.column_id = ${columnId} AND t.archived_at IS NULL AND t.deleted_at IS NULL
   ORDER BY t.rank LIMIT 1)`;

/**
 * Finds the board's inbox (`inboxOf`) and takes a place in it as `enterColumn` does; `null` when there is none or it is
 * full and `mayOverride` is false.
 */
export async function enterInbox(tx: SqlTx, boardId: BoardId, mayOverride: boolean): Promise<CountedColumn | null> {
  const [column] = await tx.sql<CountedColumn>`
    UPDATE "column" SET open_tasks = open_tasks + 1
    WHERE id = (SELECT id FROM "column" WHERE board_id = ${boardId}::uuid AND kind = 'inbox' ORDER BY rank LIMIT 1)
      AND board_id = ${boardId}::uuid AND kind = 'inbox'
      AND (wip_limit IS NULL OR open_tasks + 1 <= wip_limit OR ${mayOverride}::bool)
    RETURNING ${columnFields}`;
  return column ?? null;
}

/**
 * The number of a new task, how many the board then has open, and the rank it comes above. Needs the lock of the column,
 * which keeps others from its top, and takes the board's, which keeps them from the number.
 */
export async function takeNumberOnTop(
  tx: SqlTx,
  boardId: BoardId,
  columnId: ColumnId,
): Promise<{ number: number; openTasks: number; below: Rank | null }> {
  const [row] = await tx.sql<{ number: number; openTasks: number; below: Rank | null }>`
    UPDATE board SET next_number = next_number + 1 WHERE id = ${boardId}::uuid
    RETURNING next_number - 1 AS number, ${openTasksOf(Prisma.sql`${boardId}::uuid`)} AS "openTasks",
      ${topRankOf(Prisma.sql`${columnId}::uuid`)} AS below`;
  return row ?? refuse("BOARD_NOT_FOUND");
}
