import type { BoardId, ColumnId, TaskId } from "@kanban/domain/ids";
import type { Rank } from "@kanban/domain/rank";
import type { SqlTx } from "../context.ts";

/** The live tasks of a column from top to bottom. */
export async function listRankedTasks(tx: SqlTx, columnId: ColumnId): Promise<TaskId[]> {
  const rows = await tx.sql<{ id: TaskId }>`
    SELECT id::text FROM task WHERE column_id = ${columnId}::uuid AND archived_at IS NULL AND deleted_at IS NULL
    ORDER BY rank`;
  return rows.map((row) => row.id);
}

/** Holds every live task of a column, and some more tasks, to the commit: to be the first locks of a transaction. */
export async function lockTasks(
  tx: SqlTx,
  boardId: BoardId,
  columnId: ColumnId,
  taskIds: readonly TaskId[],
): Promise<void> {
  await tx.sql`
    SELECT FROM task
    WHERE board_id = ${boardId}::uuid AND ((column_id = ${columnId}::uuid AND archived_at IS NULL AND deleted_at IS NULL)
      OR id = ANY (${[...taskIds]}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`;
}

/** Writes new ranks for all live tasks of a column. */
export async function writeRanks(tx: SqlTx, columnId: ColumnId, ranks: [TaskId, Rank][]): Promise<void> {
  // Out of the way first: the unique index looks at each row as it is written, and old and new ranks overlap.
  await tx.sql`
    UPDATE task SET rank = '~' || id
    WHERE column_id = ${columnId}::uuid AND archived_at IS NULL AND deleted_at IS NULL`;
  await tx.sql`
    UPDATE task SET rank = new.rank
    FROM jsonb_to_recordset(${JSON.stringify(ranks.map(([id, rank]) => ({ id, rank })))}::jsonb) AS new(id uuid, rank text)
    WHERE task.id = new.id`;
}

/** Holds one task of a board to the commit, if it is there. */
export async function lockTask(tx: SqlTx, boardId: BoardId, taskId: TaskId): Promise<void> {
  await tx.sql`SELECT FROM task WHERE id = ${taskId}::uuid AND board_id = ${boardId}::uuid FOR NO KEY UPDATE`;
}
