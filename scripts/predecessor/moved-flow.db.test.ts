import type { ClientBase } from "pg";
import { expect } from "vitest";
import { movedTest } from "./testing/moved-test.ts";

type Clean = {
  id: string;
  steps: { from: string | null; to: string | null; at: string }[];
  capturedAt: string;
  enteredAt: string;
  finishedAt: string | null;
  isArchived: boolean;
};

const iso = (time: string) => `to_char(${time}, 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;

/**
 * Tasks whose history is whole: made when they say, each move begins where the one before led, the last led to where
 * they are when they say, and done is who is in a done column. An archive is no column.
 */
const cleanTasks = `
  WITH step AS (
    SELECT e.*, lag(e."toColumnId") OVER own AS before, row_number() OVER own AS number, f.type = 'ARCHIVE' AS from_archive,
      o.type = 'ARCHIVE' AS to_archive, o.id IS NOT NULL AND o."boardId" = t."boardId" AS is_known
    FROM "TaskEvent" e JOIN "Task" t ON t.id = e."taskId"
      LEFT JOIN "Column" f ON f.id = e."fromColumnId" LEFT JOIN "Column" o ON o.id = e."toColumnId"
    WHERE e.type IN ('CREATED', 'MOVED') WINDOW own AS (PARTITION BY e."taskId" ORDER BY e."createdAt", e.id)
  ), way AS (
    SELECT "taskId", min("createdAt") AS first, max("createdAt") AS last, (array_agg("toColumnId" ORDER BY number DESC))[1] AS place,
      bool_and(is_known AND (type = 'CREATED') = (number = 1) AND before IS NOT DISTINCT FROM "fromColumnId") AS is_whole,
      json_agg(json_build_object('from', CASE WHEN NOT from_archive THEN "fromColumnId" END, 'to', CASE WHEN NOT to_archive THEN "toColumnId" END,
        'at', ${iso(`"createdAt"`)}) ORDER BY number) FILTER (WHERE "toColumnId" IS DISTINCT FROM "fromColumnId") AS steps
    FROM step GROUP BY 1
  )
  SELECT t.id, steps, ${iso(`t."createdAt"`)} AS "capturedAt", ${iso(`t."lastMovedAt"`)} AS "enteredAt",
    ${iso(`t."completedAt"`)} AS "finishedAt", c.type = 'ARCHIVE' AS "isArchived"
  FROM way JOIN "Task" t ON t.id = way."taskId" JOIN "Board" b ON b.id = t."boardId"
    JOIN "Column" c ON c.id = t."columnId" AND c."boardId" = t."boardId"
  WHERE is_whole AND first = t."createdAt" AND last = t."lastMovedAt" AND place = t."columnId"
    AND (t."completedAt" IS NOT NULL) = t."isDone" AND (c.type = 'ARCHIVE' OR t."isDone" = (c.type = 'DONE'))
  ORDER BY t.id`;

movedTest(
  "a task with a whole history has moved here when and where it had moved there, and is as old",
  async ({ moved }) => {
    const { rows: clean } = await moved.old.work((client) => client.query<Clean>(cleanTasks));
    expect(clean.length).toBeGreaterThan(100);
    expect(clean.filter(({ isArchived }) => isArchived).length).toBeGreaterThan(5);
    expect(clean.filter(({ finishedAt }) => finishedAt !== null).length).toBeGreaterThan(20);
    const { rows: found } = await moved.target.query<Clean>(
      `SELECT t.id, (SELECT json_agg(json_build_object('from', from_column_id, 'to', to_column_id,
         'at', ${iso("at")}) ORDER BY id) FROM task_transition WHERE task_id = t.id) AS steps,
       ${iso("captured_at")} AS "capturedAt", ${iso("coalesce(archived_at, entered_column_at)")} AS "enteredAt",
       ${iso("finished_at")} AS "finishedAt", archived_at IS NOT NULL AS "isArchived"
     FROM task t WHERE id = ANY ($1) ORDER BY id`,
      [clean.map(({ id }) => id)],
    );
    expect(found).toEqual(clean);
    await expectChained(moved.target);
  },
);

/** Every transition of every task says its kinds, and they chain to where the task is. */
async function expectChained(target: ClientBase): Promise<void> {
  const { rows: loose } = await target.query(
    `SELECT task_id FROM (
       SELECT *, lag(to_column_id) OVER (PARTITION BY task_id ORDER BY id) AS before FROM task_transition) AS step
     WHERE before IS DISTINCT FROM from_column_id OR (from_column_id IS NULL) <> (from_kind IS NULL)
       OR (to_column_id IS NULL) <> (to_kind IS NULL) OR (from_column_id IS NULL AND to_column_id IS NULL)`,
  );
  expect(loose).toEqual([]);
  const { rows: lost } = await target.query(
    `SELECT t.id FROM task t LEFT JOIN LATERAL (
       SELECT to_column_id, to_kind FROM task_transition WHERE task_id = t.id ORDER BY id DESC LIMIT 1) AS last ON true
     LEFT JOIN "column" c ON c.id = last.to_column_id
     WHERE last.to_column_id IS DISTINCT FROM CASE WHEN t.archived_at IS NULL THEN t.column_id END OR c.kind <> last.to_kind`,
  );
  expect(lost).toEqual([]);
}
