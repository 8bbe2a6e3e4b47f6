// What the Prisma differ does not see: a migration that lost one of these would pass the drift check.
import { apiDbTest, bothDbTest, workerDbTest } from "@kanban/testing/database-tests";
import type { TestDatabase } from "@kanban/testing/clone-database";
import { expect } from "vitest";

const column = async (database: TestDatabase, sql: string) =>
  (await database.pool.query({ text: sql, rowMode: "array" })).rows.map(([value]) => value as unknown);

apiDbTest("every rank is compared byte by byte", async ({ apiDatabase }) => {
  const collations = await column(
    apiDatabase,
    `SELECT table_name || ' ' || collation_name FROM information_schema.columns WHERE column_name = 'rank' AND table_schema = 'public' ORDER BY 1`,
  );
  expect(collations).toEqual(["checklist_item C", "column C", "saved_view C", "task C"]);
  expect(
    await column(
      apiDatabase,
      `SELECT r FROM (VALUES ('a0'), ('Zz'), ('a0V'), ('Zy')) AS ranks(r) ORDER BY r COLLATE "C"`,
    ),
  ).toEqual(["Zy", "Zz", "a0", "a0V"]);
});

apiDbTest(
  "what is written every few seconds and worth nothing after a crash is not logged",
  async ({ apiDatabase }) => {
    const unlogged = `SELECT relname FROM pg_class WHERE relkind = 'r' AND relpersistence = 'u' ORDER BY 1`;
    expect(await column(apiDatabase, unlogged)).toEqual(["clarify_lease", "presence", "task_reading"]);
  },
);

const partialIndexes = `SELECT indexrelid::regclass::text || ': ' || pg_get_expr(indpred, indrelid) FROM pg_index
  WHERE indpred IS NOT NULL AND indrelid::regclass::text !~ '^pg' ORDER BY 1`;

apiDbTest("partial indexes serve live tasks, the relay and the consumer", async ({ apiDatabase }) => {
  expect(await column(apiDatabase, partialIndexes)).toEqual([
    "event_inbox_discarded: (discarded_at IS NOT NULL)",
    "event_inbox_handled: (handled_at IS NOT NULL)",
    "event_inbox_open: ((handled_at IS NULL) AND (parked_at IS NULL))",
    "event_inbox_parked: (parked_at IS NOT NULL)",
    "event_log_beside_histories: (board_seq IS NULL)",
    "event_log_decisions: (type = 'operation.decided'::text)",
    "event_log_unpublished: (published_at IS NULL)",
    "task_live_board: ((archived_at IS NULL) AND (deleted_at IS NULL))",
    "task_live_place: ((archived_at IS NULL) AND (deleted_at IS NULL))",
    "task_reference: (reference_at IS NOT NULL)",
  ]);
  expect(
    await column(apiDatabase, `SELECT indisunique FROM pg_index WHERE indexrelid = 'task_live_place'::regclass`),
  ).toEqual([true]);
});

workerDbTest("partial indexes serve the relay and the dispatcher", async ({ workerDatabase }) => {
  expect(await column(workerDatabase, partialIndexes)).toEqual([
    "board_cursor_waiting: (waiting_since IS NOT NULL)",
    "event_inbox_discarded: (discarded_at IS NOT NULL)",
    "event_inbox_handled: (handled_at IS NOT NULL)",
    "event_inbox_open: ((handled_at IS NULL) AND (parked_at IS NULL))",
    "event_inbox_parked: (parked_at IS NOT NULL)",
    "event_outbox_published: (published_at IS NOT NULL)",
    "event_outbox_unpublished: (published_at IS NULL)",
  ]);
});

apiDbTest("names of labels are unique on a board whatever their case", async ({ apiDatabase }) => {
  const definitions = await column(
    apiDatabase,
    `SELECT indexdef FROM pg_indexes WHERE indexname ~ '_name_on_board$' ORDER BY 1`,
  );
  expect(definitions).toHaveLength(3);
  for (const definition of definitions) expect(definition).toMatch(/UNIQUE INDEX .* \(board_id, lower\(name\)\)/);
});

apiDbTest("checks guard the counters, the limits and the moments", async ({ apiDatabase }) => {
  expect(
    await column(
      apiDatabase,
      `SELECT conname::text FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1`,
    ),
  ).toEqual([
    "checklist_item_rank_length",
    "column_open_tasks_not_negative",
    "column_rank_length",
    "column_wip_limit_positive",
    "event_log_seq_of_a_board",
    "instance_one_row",
    "peer_one_row",
    "predecessor_move_one_row",
    "saved_view_rank_length",
    "task_defer_one_way",
    "task_due_one_way",
    "task_rank_length",
    "worker_report_one_row",
  ]);
});

workerDbTest("checks keep single rows single and the states of deliveries few", async ({ workerDatabase }) => {
  expect(
    await column(
      workerDatabase,
      `SELECT conname::text FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1`,
    ),
  ).toEqual(["delivery_state", "instance_one_row", "peer_one_row"]);
});

bothDbTest("only the database gives out positions", async ({ apiDatabase, workerDatabase }) => {
  const identities = `SELECT table_name || '.' || column_name || ' ' || identity_generation FROM information_schema.columns WHERE is_identity = 'YES' AND table_schema = 'public' ORDER BY 1`;
  expect(await column(apiDatabase, identities)).toEqual(["event_inbox.position ALWAYS", "event_log.position ALWAYS"]);
  expect(await column(workerDatabase, identities)).toEqual([
    "event_inbox.position ALWAYS",
    "event_outbox.position ALWAYS",
  ]);
});

const triggers = `SELECT tgrelid::regclass::text || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`;

bothDbTest(
  "triggers keep the log immutable, wake whoever listens and write what is searched",
  async ({ apiDatabase, workerDatabase }) => {
    expect(await column(apiDatabase, triggers)).toEqual([
      "checklist_item checklist_item_search_delete",
      "checklist_item checklist_item_search_insert",
      "checklist_item checklist_item_search_update",
      "event_inbox event_inbox_notify",
      "event_log event_log_immutable",
      "event_log event_log_notify",
      "task task_search_delete",
      "task task_search_insert",
      "task task_search_leave",
      "task task_search_update",
    ]);
    expect(await column(workerDatabase, triggers)).toEqual([
      "event_inbox event_inbox_notify",
      "event_outbox event_outbox_notify",
      "task_projection task_projection_changed",
    ]);
  },
);

apiDbTest("texts are folded by the database itself, without an extension", async ({ apiDatabase }) => {
  expect(await column(apiDatabase, `SELECT search_fold('  Žluťoučký — KŮŇ, Straße/Øl 12a ')`)).toEqual([
    "zlutoucky kun strasse ol 12a",
  ]);
  expect(await column(apiDatabase, `SELECT extname FROM pg_extension ORDER BY 1`)).toEqual(["plpgsql"]);
});

const insertEvent = `INSERT INTO event_log (id, board_id, board_seq, aggregate_type, aggregate_id, type, version, payload, actor, mutation_id, correlation_id, occurred_at)
  VALUES (uuidv7(), '01890000-0000-7000-8000-000000000001', 1, 'task', uuidv7(), 'task.moved', 1, '{}', '{}', uuidv7(), uuidv7(), now())`;

apiDbTest("an event cannot be changed, only marked as published", async ({ apiDatabase }) => {
  await apiDatabase.pool.query(insertEvent);
  await apiDatabase.pool.query("UPDATE event_log SET published_at = now()");
  await expect(apiDatabase.pool.query(`UPDATE event_log SET payload = '{"other":1}'`)).rejects.toThrow(/immutable/);
  await expect(apiDatabase.pool.query("UPDATE event_log SET board_seq = 2, published_at = now()")).rejects.toThrow(
    /immutable/,
  );
});

apiDbTest("a new event wakes listeners with its board and nothing else", async ({ apiDatabase }) => {
  const client = await apiDatabase.pool.connect();
  try {
    const payloads: (string | undefined)[] = [];
    client.on("notification", ({ payload }) => payloads.push(payload));
    await client.query("LISTEN event_log");
    await client.query(insertEvent);
    // A notification of one's own transaction arrives before the answer to the next query.
    await client.query("SELECT 1");
    expect(payloads).toEqual(["01890000-0000-7000-8000-000000000001"]);
  } finally {
    client.release(true);
  }
});

apiDbTest("there is one row of instance settings and there can be no second", async ({ apiDatabase }) => {
  expect(await column(apiDatabase, "SELECT id FROM instance")).toEqual([1]);
  await expect(apiDatabase.pool.query("INSERT INTO instance (id) VALUES (2)")).rejects.toThrow(/instance_one_row/);
});
