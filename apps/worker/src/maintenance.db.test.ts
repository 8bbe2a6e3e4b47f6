import { waitFor } from "@kanban/testing/wait-for";
import { pino } from "pino";
import { expect } from "vitest";
import { startMaintenance } from "./maintenance.ts";
import { engineTest as test } from "./testing/engine-test.ts";

test("what cannot be forgotten is told, and keeps nothing else from being forgotten", async ({ pool }) => {
  await pool.query("ALTER TABLE proposal RENAME TO proposal_away");
  await pool.query(
    `INSERT INTO event_inbox (id, type, version, envelope, handled_at)
     SELECT gen_random_uuid(), 'n' || n, 1, '{}', now() - interval '31 days' FROM generate_series(1, 2) AS n`,
  );
  await pool.query(
    `INSERT INTO fetched_page (url_hash, url, fetched_at, fresh_until)
     VALUES ('hash', 'https://example.org', now() - interval '91 days', now())`,
  );
  const maintenance = startMaintenance({ pool, log: pino({ level: "silent" }) });
  await waitFor(() => maintenance.lastError());
  expect(maintenance.lastError()).toContain('"proposal"');
  expect((await pool.query("SELECT type FROM event_inbox")).rows).toEqual([{ type: "n2" }]);
  expect((await pool.query("SELECT url FROM fetched_page")).rows).toEqual([]);
  await maintenance.stop();
});

test("of what was done long ago only that is kept on which something still rests", async ({ pool }) => {
  const [read, edited, unread] = [1, 2, 3].map((n) => `018f0000-0000-7000-8000-00000000000${n}`);
  await pool.query(
    `INSERT INTO task_projection (task_id, board_id, board_seq, version, kind, title, notes, text_version, text_author,
       text_written_at, text_event_id, text_correlation_id, text_depth, updated_at)
     SELECT id, id, 1, 1, 'inbox', '', '', 2, '{}', now(), CASE id WHEN $3::uuid THEN gen_random_uuid() ELSE id END, id, 0,
       now()
     FROM unnest(ARRAY[$1, $2, $3]::uuid[]) AS id`,
    [read, edited, unread],
  );
  await pool.query(
    `INSERT INTO agent_run (id, agent, task_id, board_id, text_version, text_event_id, status, started_at, error,
       finished_at)
     SELECT gen_random_uuid(), 'dates', coalesce(task, gen_random_uuid()), gen_random_uuid(), 1,
       coalesce(text, gen_random_uuid()), status, now(), name, now() - days * interval '1 day'
     FROM (VALUES ('present text', $1::uuid, $1::uuid, 'succeeded', 90), ('present text of the edited', $2, $2, 'outdated', 40),
       ('earlier text', $2, null, 'succeeded', 50), ('earlier failure', $2, null, 'failed', 45),
       ('recent', $2, null, 'succeeded', 29), ('last that came to something', $3, null, 'succeeded', 50),
       ('one before', $3, null, 'succeeded', 60), ('of no task', null, null, 'succeeded', 31))
       AS run (name, task, text, status, days)`,
    [read, edited, unread],
  );
  // More than are looked at in one step, of one moment.
  await pool.query(
    `INSERT INTO agent_run (id, agent, task_id, board_id, text_version, text_event_id, status, started_at, finished_at)
     SELECT gen_random_uuid(), 'dates', gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), 'succeeded', now(),
       now() - interval '70 days' FROM generate_series(1, 10001)`,
  );
  await pool.query(
    `INSERT INTO preview (attachment_id, task_id, board_id, sha256, author, event_id, correlation_id, depth, state,
       finished_at)
     SELECT id, id, id, 'hash', '{}', id, id, 0, state, now() - days * interval '1 day'
     FROM (VALUES (gen_random_uuid(), 'made', 31), (gen_random_uuid(), 'failed', 31), (gen_random_uuid(), 'made', 29),
       (gen_random_uuid(), 'waiting', null)) AS preview (id, state, days)`,
  );
  await pool.query(
    `INSERT INTO delivery (id, channel, recipient, subject, body, state, sent_at)
     SELECT gen_random_uuid(), 'mail', 'ada@example.org', state, 'Words', state, now() - days * interval '1 day'
     FROM (VALUES ('sent', 61), ('sent', 59), ('failed', null), ('waiting', null)) AS letter (state, days)`,
  );
  const log = pino({ level: "silent" });
  const maintenance = startMaintenance({ pool, log });
  const letters = "SELECT recipient, body, state FROM delivery ORDER BY state, body";
  await waitFor(async () => (await pool.query<{ body: string }>(letters)).rows.some(({ body }) => body === ""));
  await maintenance.stop();
  expect(maintenance.lastError()).toBe(null);
  const kept = { recipient: "ada@example.org", body: "Words" };
  expect((await pool.query(letters)).rows).toEqual([
    { ...kept, state: "failed" },
    { recipient: "", body: "", state: "sent" },
    { ...kept, state: "sent" },
    { ...kept, state: "waiting" },
  ]);
  expect((await pool.query("SELECT error FROM agent_run ORDER BY error")).rows.map(({ error }) => error)).toEqual([
    "last that came to something",
    "present text",
    "present text of the edited",
    "recent",
  ]);
  const previews = await pool.query("SELECT state FROM preview ORDER BY state");
  expect(previews.rows.map(({ state }) => state)).toEqual(["made", "waiting"]);
});
