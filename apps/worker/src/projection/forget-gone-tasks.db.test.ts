import { randomUUID } from "node:crypto";
import { limits } from "@kanban/domain/limits";
import { workerDbTest } from "@kanban/testing/database-tests";
import { expect } from "vitest";
import { forgetGoneTasks } from "./forget-gone-tasks.repository.ts";

workerDbTest(
  "tasks gone for longer than the trash keeps them are forgotten, archived ones only when they are old",
  async ({ workerDatabase: { pool } }) => {
    const rows = { live: null, young: limits.trashDays - 1, old: limits.trashDays + 1 };
    for (const [title, days] of Object.entries(rows))
      await pool.query(
        `INSERT INTO task_projection (task_id, board_id, board_seq, version, kind, title, notes, gone_at, text_version,
         text_author, text_written_at, text_event_id, text_correlation_id, text_depth)
       VALUES ($1, $1, 1, 1, 'inbox', $2, '', now() - $3::int * interval '1 day', 1, '{}', now(), $1, $1, 0)`,
        [randomUUID(), title, days],
      );
    await pool.query(
      `INSERT INTO task_projection (task_id, board_id, board_seq, version, kind, title, notes, gone_at, archived_at,
         text_version, text_author, text_written_at, text_event_id, text_correlation_id, text_depth)
       SELECT gen_random_uuid(), board_id, 1, 1, 'done', 'archived ' || days, '', now() - days * interval '1 day',
         now() - days * interval '1 day', 1, '{}', now(), task_id, task_id, 0
       FROM task_projection, unnest(ARRAY[700, 800]) AS days WHERE title = 'old'`,
    );
    expect(await forgetGoneTasks(pool)).toBe(2);
    const left = await pool.query<{ title: string }>("SELECT title FROM task_projection ORDER BY title");
    expect(left.rows.map(({ title }) => title)).toEqual(["archived 700", "live", "young"]);
  },
);
