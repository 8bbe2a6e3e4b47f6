import type { TaskCard } from "@kanban/domain/entities";
import type { BoardId, ColumnId } from "@kanban/domain/ids";
import type { Rank } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import { columnFields, type CountedColumn } from "../column/column.repository.ts";
import type { SqlTx } from "../context.ts";
import { addContexts } from "../task/task.repository.ts";

/*
 * Thoughts come by the thousand and somebody waits for each to be safe: every statement here is a round trip less than
 * the general operations need for the same.
 */

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
    RETURNING next_number - 1 AS number,
      (SELECT sum(c.open_tasks)::int FROM "column" c WHERE c.board_id = ${boardId}::uuid) AS "openTasks",
      (SELECT t.rank FROM task t WHERE t.column_id = ${columnId}::uuid AND t.archived_at IS NULL AND t.deleted_at IS NULL
       ORDER BY t.rank LIMIT 1) AS below`;
  return row ?? refuse("BOARD_NOT_FOUND");
}

/** Writes a task that is nothing but what was captured; ID_TAKEN when its id is in use anywhere. */
export async function insertCaptured(tx: SqlTx, boardId: BoardId, card: TaskCard, notes: string): Promise<void> {
  const written = await tx.sql`
    INSERT INTO task (id, board_id, column_id, number, title, notes, rank, source, version, captured_at, started_at,
      finished_at, entered_column_at)
    VALUES (${card.id}::uuid, ${boardId}::uuid, ${card.columnId}::uuid, ${card.number}, ${card.title}, ${notes},
      ${card.rank}, ${card.source}, ${card.version}, ${card.capturedAt}::timestamptz, ${card.startedAt}::timestamptz,
      ${card.finishedAt}::timestamptz, ${card.enteredColumnAt}::timestamptz)
    ON CONFLICT DO NOTHING RETURNING id`;
  if (written.length === 0) refuse("ID_TAKEN");
  // An inbox that stands for a context gives it.
  if (card.contextIds.length > 0) await addContexts(tx, boardId, card.id, card.contextIds);
}
