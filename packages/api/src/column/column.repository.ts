import type { Column } from "@kanban/domain/entities";
import type { BoardId, ColumnId } from "@kanban/domain/ids";
import { Prisma } from "@kanban/db-api/client";
import type { ApiTx } from "../context.ts";

/** A column as it is now, with the number of live tasks in it. */
export type CountedColumn = Column & { openTasks: number };

const columnFields = Prisma.sql`id::text, name, kind::text, context_id::text AS "contextId", wip_limit AS "wipLimit", rank,
  open_tasks AS "openTasks"`;

/** Reads a column and keeps everybody else from adding, moving or removing tasks in it until the commit. */
export async function lockColumn(tx: ApiTx, boardId: BoardId, columnId: ColumnId): Promise<CountedColumn | null> {
  const [column] = await tx.$queryRaw<CountedColumn[]>`
    SELECT ${columnFields} FROM "column" WHERE id = ${columnId}::uuid AND board_id = ${boardId}::uuid
    FOR NO KEY UPDATE`;
  return column ?? null;
}

/**
 * Takes a place in a column; holds its lock to the commit. The guard stands in the UPDATE itself, so no crowd of
 * movers gets past the limit (counting first and writing then put 9 % of columns over it). Answers the column after
 * entry; `null` when it is full (or not there) and `mayOverride` is false.
 */
export async function enterColumn(
  tx: ApiTx,
  { boardId, columnId, mayOverride }: { boardId: BoardId; columnId: ColumnId; mayOverride: boolean },
): Promise<CountedColumn | null> {
  const [column] = await tx.$queryRaw<CountedColumn[]>`
    UPDATE "column" SET open_tasks = open_tasks + 1
    WHERE id = ${columnId}::uuid AND board_id = ${boardId}::uuid
      AND (wip_limit IS NULL OR open_tasks < wip_limit OR ${mayOverride}::bool)
    RETURNING ${columnFields}`;
  return column ?? null;
}

/** Gives a place in a column back; holds its lock to the commit. Answers the column after that. */
export async function leaveColumn(tx: ApiTx, boardId: BoardId, columnId: ColumnId): Promise<CountedColumn> {
  const [column] = await tx.$queryRaw<CountedColumn[]>`
    UPDATE "column" SET open_tasks = open_tasks - 1 WHERE id = ${columnId}::uuid AND board_id = ${boardId}::uuid
    RETURNING ${columnFields}`;
  if (!column) throw new Error("A task stood in no column");
  return column;
}
