import { Prisma } from "@kanban/db-api/client";
import type { ChangePayload } from "@kanban/domain/change";
import type { Column } from "@kanban/domain/entities";
import type { BoardId, ColumnId } from "@kanban/domain/ids";
import type { Rank } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import type { ApiTx, SqlTx } from "../context.ts";

/** A column as it is now, with the number of live tasks in it. */
export type CountedColumn = Column & { openTasks: number };

/** A column as the statements here answer it. */
export const columnFields = Prisma.sql`id::text, name, kind::text, context_id::text AS "contextId", wip_limit AS "wipLimit", rank,
  open_tasks AS "openTasks"`;

/** Reads a column and keeps everybody else from adding, moving or removing tasks in it until the commit. */
export async function lockColumn(tx: SqlTx, boardId: BoardId, columnId: ColumnId): Promise<CountedColumn | null> {
  const [column] = await tx.sql<CountedColumn>`
    SELECT ${columnFields} FROM "column" WHERE id = ${columnId}::uuid AND board_id = ${boardId}::uuid
    FOR NO KEY UPDATE`;
  return column ?? null;
}

/**
 * Takes a place in a column, or `entering` many; holds its lock to the commit. The guard stands in the UPDATE itself, so no crowd of
 * movers gets past the limit (counting first and writing then put 9 % of columns over it). Answers the column after
 * entry; `null` when it is full (or not there) and `mayOverride` is false.
 */
export async function enterColumn(
  tx: SqlTx,
  {
    boardId,
    columnId,
    mayOverride,
    entering = 1,
  }: { boardId: BoardId; columnId: ColumnId; mayOverride: boolean; entering?: number },
): Promise<CountedColumn | null> {
  const [column] = await tx.sql<CountedColumn>`
    UPDATE "column" SET open_tasks = open_tasks + ${entering}::int
    WHERE id = ${columnId}::uuid AND board_id = ${boardId}::uuid
      AND (wip_limit IS NULL OR open_tasks + ${entering}::int <= wip_limit OR ${mayOverride}::bool)
    RETURNING ${columnFields}`;
  return column ?? null;
}

/** Gives a place in a column back, or `leaving` many; holds its lock to the commit. Answers the column after that. */
export async function leaveColumn(
  tx: SqlTx,
  boardId: BoardId,
  columnId: ColumnId,
  leaving = 1,
): Promise<CountedColumn> {
  const [column] = await tx.sql<CountedColumn>`
    UPDATE "column" SET open_tasks = open_tasks - ${leaving}::int WHERE id = ${columnId}::uuid AND board_id = ${boardId}::uuid
    RETURNING ${columnFields}`;
  if (!column) throw new Error("A task stood in no column");
  return column;
}

/** The board's columns from left to right. */
export async function listColumns(tx: SqlTx, boardId: BoardId): Promise<Column[]> {
  return tx.sql<Column>`
    SELECT id::text, name, kind::text, context_id::text AS "contextId", wip_limit AS "wipLimit", rank
    FROM "column" WHERE board_id = ${boardId}::uuid ORDER BY rank`;
}

/** Writes a new column; ID_TAKEN when its id is in use anywhere. Needs the board's lock, which keeps ranks apart. */
export async function insertColumn(tx: ApiTx, boardId: BoardId, column: Column): Promise<void> {
  const { count } = await tx.column.createMany({ data: [{ ...column, boardId }], skipDuplicates: true });
  if (count === 0) refuse("ID_TAKEN");
}

/** Writes changed settings. */
export async function writeColumn(
  tx: ApiTx,
  columnId: ColumnId,
  { name, kind, contextId, wipLimit }: ChangePayload<"column.updated">["after"],
): Promise<void> {
  await tx.column.updateMany({
    where: { id: columnId },
    data: {
      ...(name === undefined ? {} : { name }),
      ...(kind === undefined ? {} : { kind }),
      ...(contextId === undefined ? {} : { contextId }),
      ...(wipLimit === undefined ? {} : { wipLimit }),
    },
  });
}

/** Writes a column's new place. */
export async function writeColumnRank(tx: ApiTx, columnId: ColumnId, rank: Rank): Promise<void> {
  await tx.column.updateMany({ where: { id: columnId }, data: { rank } });
}

/**
 * How many tasks point at the column: live, archived or trashed. Keeps new ones out until the commit (FOR UPDATE, as
 * a foreign key's own lock gets past anything weaker).
 */
export async function countTasksForGood(tx: ApiTx, columnId: ColumnId): Promise<number> {
  await tx.sql`SELECT FROM "column" WHERE id = ${columnId}::uuid FOR UPDATE`;
  return tx.task.count({ where: { columnId } });
}

/** Deletes a column that holds nothing. */
export async function deleteColumn(tx: ApiTx, columnId: ColumnId): Promise<void> {
  await tx.column.deleteMany({ where: { id: columnId } });
}
