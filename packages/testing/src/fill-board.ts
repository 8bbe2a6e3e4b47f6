import { randomUUID } from "node:crypto";
import { evenRanks } from "@kanban/domain/rank";

/**
 * Tasks in turn over the columns without a limit, with a label on every second one, written as plain rows: thousands at
 * once. No events: only for boards whose history nobody asks for.
 */
export async function fillBoard(
  db: { query(text: string, values: unknown[]): Promise<unknown> },
  boardId: string,
  columns: readonly { id: string; wipLimit: number | null }[],
  count: number,
): Promise<void> {
  const open = columns.filter((column) => column.wipLimit === null);
  const ranks = evenRanks(count);
  const tasks = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    column_id: open[index % open.length]!.id,
    number: index + 1,
    title: `Task ${index + 1}: a sentence of the length people write`,
    rank: ranks[index],
  }));
  await db.query(
    `INSERT INTO task (id, board_id, column_id, number, title, rank, captured_at, entered_column_at)
     SELECT t.id, $1, t.column_id, t.number, t.title, t.rank, now(), now()
     FROM jsonb_to_recordset($2::jsonb) AS t(id uuid, column_id uuid, number int, title text, rank text)`,
    [boardId, JSON.stringify(tasks)],
  );
  const contextId = randomUUID();
  await db.query("INSERT INTO context (id, board_id, name) VALUES ($1, $2, 'desk')", [contextId, boardId]);
  await db.query(
    "INSERT INTO task_context (task_id, context_id, board_id) SELECT id, $1, board_id FROM task WHERE board_id = $2 AND number % 2 = 0",
    [contextId, boardId],
  );
  await db.query("UPDATE board SET next_number = $2 WHERE id = $1", [boardId, count + 1]);
  await db.query(
    `UPDATE "column" c SET open_tasks = (SELECT count(*) FROM task t WHERE t.column_id = c.id) WHERE board_id = $1`,
    [boardId],
  );
}
