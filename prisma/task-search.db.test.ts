// What is searched follows the tasks by triggers; the migration that brought them fills in what was there before.
import { readFileSync } from "node:fs";
import type { TestDatabase } from "@kanban/testing/clone-database";
import { apiDbTest } from "@kanban/testing/database-tests";
import { expect } from "vitest";

const fill = readFileSync(
  new URL("api-migrations/20261129012100_fill_task_search/migration.sql", import.meta.url),
  "utf8",
);

async function addTasks({ pool }: TestDatabase, count: number): Promise<void> {
  const board = "01890000-0000-7000-8000-000000000001";
  const columnId = "01890000-0000-7000-8000-000000000002";
  await pool.query(`INSERT INTO board (id, name, key) VALUES ('${board}', 'Home', 'HOME')`);
  await pool.query(
    `INSERT INTO "column" (id, board_id, name, kind, rank) VALUES ('${columnId}', '${board}', 'Next', 'next', 'a0')`,
  );
  await pool.query(
    `INSERT INTO task (id, board_id, column_id, number, title, notes, rank, captured_at, entered_column_at)
     SELECT uuidv7(), '${board}', '${columnId}', n, 'Täsk ' || n, 'note', 'a' || lpad(n::text, 6, '0'), now(), now()
     FROM generate_series(1, ${count}) n`,
  );
}

const searched = async ({ pool }: TestDatabase) =>
  (await pool.query("SELECT task_id, board_id, title, document::text, is_gone FROM task_search ORDER BY task_id")).rows;

apiDbTest(
  "tasks from before the triggers are filled in, also inside a restore's transaction",
  async ({ apiDatabase }) => {
    await addTasks(apiDatabase, 2_500);
    const written = await searched(apiDatabase);
    expect(written).toHaveLength(2_500);
    await apiDatabase.pool.query("TRUNCATE task_search");
    await apiDatabase.pool.query(fill);
    expect(await searched(apiDatabase)).toEqual(written);
    const client = await apiDatabase.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("TRUNCATE task_search");
      await client.query(fill);
      await client.query("COMMIT");
    } finally {
      client.release();
    }
    expect(await searched(apiDatabase)).toEqual(written);
  },
);

apiDbTest("filling in overwrites nothing newer, and goes on where it was interrupted", async ({ apiDatabase }) => {
  await addTasks(apiDatabase, 5);
  await apiDatabase.pool.query("DELETE FROM task_search WHERE title = 'task 3'");
  await apiDatabase.pool.query("UPDATE task_search SET title = 'newer' WHERE title = 'task 1'");
  await apiDatabase.pool.query(fill);
  const titles = (await searched(apiDatabase)).map((row) => String(row.title));
  expect(titles.sort()).toEqual(["newer", "task 2", "task 3", "task 4", "task 5"]);
});

apiDbTest("what has no text is not written again: a move costs the search nothing", async ({ apiDatabase }) => {
  await addTasks(apiDatabase, 2);
  const versions = async () =>
    (await apiDatabase.pool.query("SELECT task_id, xmin::text FROM task_search ORDER BY task_id")).rows;
  const before = await versions();
  await apiDatabase.pool.query("UPDATE task SET rank = 'b' || rank, version = version + 1");
  await apiDatabase.pool.query("UPDATE task SET title = title, notes = notes");
  expect(await versions()).toEqual(before);
  await apiDatabase.pool.query("UPDATE task SET deleted_at = now() WHERE number = 1");
  expect((await searched(apiDatabase)).map((row) => String(row.is_gone)).sort()).toEqual(["false", "true"]);
  await apiDatabase.pool.query("DELETE FROM task");
  expect(await searched(apiDatabase)).toEqual([]);
});
