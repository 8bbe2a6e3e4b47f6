import { expect } from "vitest";
import { writeMove } from "./move-state.ts";
import { openOldSource } from "./old-source.ts";
import { pass } from "./pass.ts";
import { movedTest, silent } from "./testing/moved-test.ts";
import { verify } from "./verify.ts";

/** A task that is on a board with all its columns, so that nothing else is said about it. */
const someTask = `SELECT t.id FROM task t WHERE t.archived_at IS NULL AND t.finished_at IS NULL AND t.title <> ''
  AND NOT EXISTS (SELECT FROM predecessor_row k WHERE k.id = t.id::text) AND t.id::text NOT IN (SELECT id FROM hit)`;

/**
 * What may go wrong in the target: the table it has to be reported in, and a statement that does it and answers the id
 * it has to be reported with.
 */
const plants: Record<string, [table: string, sql: string]> = {
  "a title": ["Task", `UPDATE task SET title = title || '!' WHERE id = (${someTask} LIMIT 1) RETURNING id`],
  "a space in notes": ["Task", `UPDATE task SET notes = notes || ' ' WHERE id = (${someTask} LIMIT 1) RETURNING id`],
  "a due day": [
    "Task",
    `UPDATE task SET due_day = due_day + 1 WHERE id = (${someTask} AND due_day IS NOT NULL LIMIT 1) RETURNING id`,
  ],
  "an estimate": [
    "Task",
    `UPDATE task SET estimate_minutes = estimate_minutes + 1 WHERE id = (${someTask} AND estimate_minutes > 0 LIMIT 1) RETURNING id`,
  ],
  "a millisecond of its entry": [
    "Task",
    `UPDATE task SET entered_column_at = entered_column_at + interval '1 ms' WHERE id = (${someTask} LIMIT 1) RETURNING id`,
  ],
  "a column": [
    "Task",
    `UPDATE task SET rank = 'zz', column_id = (SELECT id FROM "column" c WHERE c.board_id = task.board_id AND c.id <> task.column_id LIMIT 1)
     WHERE id = (${someTask} LIMIT 1) RETURNING id`,
  ],
  "a context": [
    "Task",
    `DELETE FROM task_context WHERE task_id = (SELECT task_id FROM task_context WHERE task_id IN (${someTask}) LIMIT 1) RETURNING task_id`,
  ],
  "an assignee": [
    "Task",
    `DELETE FROM task_assignee WHERE task_id = (SELECT task_id FROM task_assignee WHERE task_id::text NOT IN (SELECT id FROM hit) LIMIT 1) RETURNING task_id`,
  ],
  "a task more": [
    "Task",
    `INSERT INTO task (id, board_id, column_id, number, title, rank, captured_at, entered_column_at)
     SELECT gen_random_uuid(), board_id, column_id, 999999, 'more', 'zzz', now(), now() FROM task LIMIT 1 RETURNING id`,
  ],
  "columns of a task that are kept": [
    "Task",
    `DELETE FROM predecessor_row WHERE id = (SELECT id FROM predecessor_row WHERE "table" = 'Task' AND row ? 'metadata' LIMIT 1) RETURNING id`,
  ],
  "two ranks": [
    "order of tasks",
    `WITH two AS (
       SELECT t.column_id, min(t.rank) AS low, max(t.rank) AS high FROM task t JOIN "column" c ON c.id = t.column_id
       WHERE t.archived_at IS NULL AND c.name = 'Next Actions' GROUP BY 1 HAVING count(*) > 1 LIMIT 1)
     UPDATE task SET rank = two.high || 'V' FROM two WHERE task.column_id = two.column_id AND task.rank = two.low
     RETURNING task.column_id`,
  ],
  "a tick": [
    "ChecklistItem",
    `UPDATE checklist_item SET is_done = NOT is_done WHERE id = (SELECT id FROM checklist_item LIMIT 1) RETURNING id`,
  ],
  "an item's place": [
    "ChecklistItem",
    `UPDATE checklist_item SET rank = 'zz' WHERE id = (
       SELECT DISTINCT ON (task_id) id FROM checklist_item i WHERE (SELECT count(*) FROM checklist_item o WHERE o.task_id = i.task_id) > 2
       ORDER BY task_id, rank LIMIT 1) RETURNING id`,
  ],
  "a tag of a task": [
    "TaskTag",
    `DELETE FROM task_tag WHERE (task_id, tag_id) = (SELECT task_id, tag_id FROM task_tag LIMIT 1) RETURNING task_id || ' ' || tag_id`,
  ],
  "an event": [
    "TaskEvent",
    `DELETE FROM event_log WHERE id = (SELECT id FROM event_log WHERE payload ? 'imported' LIMIT 1) RETURNING id`,
  ],
  "a tag's name": ["Tag", `UPDATE tag SET name = 'other' WHERE id = (SELECT id FROM tag LIMIT 1) RETURNING id`],
  "a tag's old colour": [
    "Tag",
    `UPDATE predecessor_row SET row = '{"color":"#000000"}' WHERE id = (SELECT id FROM tag LIMIT 1 OFFSET 1)::text RETURNING id`,
  ],
  "a project's state": [
    "Project",
    `UPDATE project SET status = 'dropped' WHERE id = (SELECT id FROM project WHERE status = 'active' LIMIT 1) RETURNING id`,
  ],
  "a limit": [
    "Column",
    `UPDATE "column" SET wip_limit = 99 WHERE id = (SELECT id FROM "column" WHERE wip_limit > 0 LIMIT 1) RETURNING id`,
  ],
  "an archive that is kept": [
    "Column (archive)",
    `DELETE FROM predecessor_row WHERE id = (SELECT id FROM predecessor_row WHERE "table" = 'Column' AND kind = 'row' AND board_id IS NOT NULL LIMIT 1) RETURNING id`,
  ],
  "a word in a rule": [
    "Rule (kept)",
    `UPDATE predecessor_row SET row = row || '{"name":"other"}' WHERE id = (SELECT id FROM predecessor_row WHERE "table" = 'Rule' LIMIT 1) RETURNING id`,
  ],
  "a hint that is kept": [
    "Hint (kept)",
    `DELETE FROM predecessor_row WHERE id = (SELECT id FROM predecessor_row WHERE "table" = 'Hint' LIMIT 1) RETURNING id`,
  ],
  "a row without its task": [
    "TaskEvent (kept)",
    `DELETE FROM predecessor_row WHERE id = (SELECT id FROM predecessor_row WHERE "table" = 'TaskEvent' LIMIT 1) RETURNING id`,
  ],
  "a password": [
    "User",
    `UPDATE account SET password = password || 'x' WHERE id = (SELECT id FROM account LIMIT 1) RETURNING user_id`,
  ],
  "an owner": [
    "Board",
    `UPDATE board_member m SET user_id = (SELECT id FROM "user" u WHERE NOT EXISTS (
         SELECT FROM board_member o WHERE o.board_id = m.board_id AND o.user_id = u.id) LIMIT 1)
     WHERE role = 'owner' AND board_id = (SELECT id FROM board LIMIT 1) RETURNING board_id`,
  ],
  "a board's name": [
    "Board",
    `UPDATE board SET name = name || ' ' WHERE id = (SELECT id FROM board LIMIT 1 OFFSET 3) RETURNING id`,
  ],
};

movedTest(
  "nothing differs after a pass, and each thing that is changed in the target is reported with its id",
  async ({ moved }) => {
    const { source, target } = moved;
    // What has been changed is not chosen again.
    await target.query("CREATE TEMPORARY TABLE hit (id text)");
    const before = await verify(source, target);
    expect(before.compared.flatMap(({ table, different }) => different.map((id) => `${table} ${id}`))).toEqual([]);
    expect(before.isRight).toBe(true);
    // Links of the fixture have all expired.
    expect(before.compared.filter(({ old }) => old.rows === 0).map(({ table }) => table)).toEqual([
      "EmailActionToken (kept)",
    ]);
    let reported = new Set<string>();
    for (const [what, [table, sql]] of Object.entries(plants)) {
      const { rows } = await target.query({ text: sql, rowMode: "array" });
      const [id] = rows[0] as [string];
      await target.query("INSERT INTO hit VALUES ($1)", [id]);
      const { isRight, compared } = await verify(source, target);
      const now = new Set(compared.flatMap((one) => one.different.map((different) => `${one.table} ${different}`)));
      expect([what, isRight, now.has(`${table} ${id}`), reported.has(`${table} ${id}`)]).toEqual([
        what,
        false,
        true,
        false,
      ]);
      reported = now;
    }
  },
);

movedTest(
  "a link in a letter that expires after the move has begun is kept, and verified whenever that is",
  async ({ moved }) => {
    const { old, source, target } = moved;
    await writeMove(target, {
      ...{ source: source.name, beganAt: "2026-01-01T00:00:00.000Z", endedAt: null, backup: null, isSealed: false },
      ...{ freezeSeconds: null, seconds: {}, rows: 0, events: 0, report: null },
    });
    const { rows } = await old.work((client) =>
      client.query<{ id: string }>(
        `INSERT INTO "EmailActionToken" (id, "taskId", "userId", token, "expiresAt") SELECT gen_random_uuid(), t.id, t."ownerId", at, at::timestamp
       FROM (SELECT * FROM "Task" LIMIT 1) AS t, unnest('{2025-12-31 23:00,2026-01-01 01:00}'::text[]) AS at RETURNING id`,
      ),
    );
    await moved.pass();
    expect(await verify(source, target)).toMatchObject({ isRight: true });
    const kept = await target.query<{ id: string }>(`SELECT id FROM predecessor_row WHERE id = ANY ($1)`, [
      rows.map(({ id }) => id),
    ]);
    expect(kept.rows).toEqual([rows[1]]);
  },
);

movedTest("rows of a table nobody knows are kept and compared, also when two are alike", async ({ moved }) => {
  const { old, target } = moved;
  await old.work((client) =>
    client.query(`CREATE TABLE "Note" (words text); INSERT INTO "Note" VALUES ('a'), ('a'), ('b')`),
  );
  const source = await openOldSource(old.url);
  try {
    await pass(source, target, silent);
    expect(await verify(source, target)).toMatchObject({ isRight: true });
    const { rows } = await target.query(
      `SELECT row ->> 'words' AS words FROM predecessor_row WHERE "table" = 'Note' ORDER BY 1`,
    );
    expect(rows).toEqual([{ words: "a" }, { words: "a" }, { words: "b" }]);
  } finally {
    await source.client.end();
  }
});
