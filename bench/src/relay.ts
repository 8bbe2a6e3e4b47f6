import { eventLog } from "@kanban/messaging/outbox-table";
import { createPool } from "@kanban/messaging/create-pool";
import { relayOnce } from "@kanban/messaging/relay";
import pg from "pg";
import { openBenchDatabase } from "./bench-database.ts";
import { interleave } from "./interleave.ts";
import { report } from "./report.ts";

/*
 * P6: how fast the API's relay empties its log, against a bare copy of the same rows by hand-written statements: claim
 * 100, insert 100 in the other database, mark, commit. The bare side finds its envelopes ready-made, wakes nobody and
 * elects nobody; the relay builds envelopes from columns and wakes the worker. Both as they come from the same process.
 */

const events = 3_000;
const rawBatch = 100;

const bench = await openBenchDatabase(4);
const onError = () => {};
const source = createPool(bench.urls.apiDatabaseUrl, { name: "bench-source", max: 1, onError });
const target = createPool(bench.urls.apiToWorkerUrl, { name: "bench-target", max: 1, onError });
const rawSource = new pg.Pool({ connectionString: bench.urls.apiDatabaseUrl, max: 1 });
const rawTarget = new pg.Pool({ connectionString: bench.urls.workerDatabaseUrl, max: 1 });

await rawSource.query(`
  CREATE TABLE raw_outbox (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid UNIQUE NOT NULL,
    type text NOT NULL, version int NOT NULL, envelope jsonb NOT NULL, published_at timestamptz);
  CREATE INDEX raw_outbox_unpublished ON raw_outbox (position) WHERE published_at IS NULL`);
await rawTarget.query(`
  CREATE TABLE raw_inbox (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid UNIQUE NOT NULL,
    type text NOT NULL, version int NOT NULL, envelope jsonb NOT NULL, received_at timestamptz NOT NULL DEFAULT now(),
    handled_at timestamptz);
  CREATE INDEX raw_inbox_open ON raw_inbox (position) WHERE handled_at IS NULL`);

/** Moves of tasks, as they stand in the log. */
async function fillLog(): Promise<void> {
  await rawTarget.query("TRUNCATE event_inbox");
  await rawSource.query("TRUNCATE event_log");
  await rawSource.query(
    `INSERT INTO event_log (id, board_id, board_seq, aggregate_type, aggregate_id, type, version, payload, actor,
       mutation_id, correlation_id, occurred_at)
     SELECT gen_random_uuid(), gen_random_uuid(), n, 'task', gen_random_uuid(), 'task.moved', 1,
       jsonb_build_object('taskId', gen_random_uuid(), 'version', n, 'overrodeWip', NULL,
         'from', jsonb_build_object('columnId', gen_random_uuid(), 'kind', 'inbox', 'rank', 'a0V'),
         'to', jsonb_build_object('columnId', gen_random_uuid(), 'kind', 'doing', 'rank', 'a1'),
         'before', flow, 'after', flow),
       jsonb_build_object('userId', gen_random_uuid(), 'means', 'hand', 'timeZone', 'Europe/Prague'),
       gen_random_uuid(), gen_random_uuid(), now()
     FROM generate_series(1, $1) AS n, (SELECT '{"startedAt": null, "finishedAt": null, "contextIds": [],
       "waitingFor": null, "enteredColumnAt": "2026-03-04T10:00:00.000Z"}'::jsonb AS flow) AS f`,
    [events],
  );
}

async function fillRaw(): Promise<void> {
  await fillLog();
  await rawTarget.query("TRUNCATE raw_inbox");
  await rawSource.query("TRUNCATE raw_outbox");
  await rawSource.query(
    `INSERT INTO raw_outbox (id, type, version, envelope)
     SELECT id, type, version, ${eventLog.envelope} FROM event_log ORDER BY position`,
  );
}

/** Names, so that each statement is planned once. */
async function copyOnce(from: pg.PoolClient, to: pg.PoolClient): Promise<number> {
  await from.query("BEGIN");
  const { rows } = await from.query<{ position: string; id: string; type: string; version: number; envelope: string }>({
    name: "claim",
    text: `SELECT position, id, type, version, envelope::text AS envelope FROM raw_outbox WHERE published_at IS NULL
           ORDER BY position LIMIT ${rawBatch} FOR UPDATE SKIP LOCKED`,
  });
  if (rows.length > 0) {
    await to.query({
      name: "copy",
      text: `INSERT INTO raw_inbox (id, type, version, envelope)
             SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[], $4::jsonb[]) ON CONFLICT DO NOTHING`,
      values: [
        rows.map((row) => row.id),
        rows.map((row) => row.type),
        rows.map((row) => row.version),
        rows.map((row) => row.envelope),
      ],
    });
    await from.query({
      name: "mark",
      text: "UPDATE raw_outbox SET published_at = now() WHERE position = ANY($1::bigint[])",
      values: [rows.map((row) => row.position)],
    });
  }
  await from.query("COMMIT");
  return rows.length;
}

const sides = {
  raw: async () => {
    await fillRaw();
    const [from, to] = await Promise.all([rawSource.connect(), rawTarget.connect()]);
    const begin = performance.now();
    while ((await copyOnce(from, to)) > 0);
    const took = performance.now() - begin;
    from.release();
    to.release();
    return took;
  },
  relay: async () => {
    await fillLog();
    const begin = performance.now();
    while ((await relayOnce({ source, target, outbox: eventLog })) > 0);
    return performance.now() - begin;
  },
};

try {
  const none = async () => {};
  const perSecond = async ({ name }: { name: string }) => {
    return (events * 1_000) / (await sides[name as keyof typeof sides]());
  };
  const result = await interleave({ name: "raw", run: none }, { name: "relay", run: none }, perSecond, 9);
  report("relay drain / bare batch copy", result, { unit: "events/s", atLeast: 0.5 });
} finally {
  await Promise.all([source, target, rawSource, rawTarget].map((pool) => pool.end()));
  await bench.stop();
}
