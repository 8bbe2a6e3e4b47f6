import { advisoryLocks } from "@kanban/messaging/advisory-locks";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { waitFor } from "@kanban/testing/wait-for";
import type { Pool } from "pg";
import type { PgBoss } from "pg-boss";
import { pino } from "pino";
import { expect } from "vitest";
import { engineTest as test } from "../testing/engine-test.ts";
import { datesAgent } from "../agents/dates.ts";
import { agentJobs } from "./queues.ts";
import { reconcileJobs, type ReconcilePage } from "./reconcile-jobs.ts";
import { runAgents } from "./run-agents.ts";
import { placeOrdersThrough } from "./agent-orders.ts";
import { sendThrough } from "./send-job.ts";
import { reconcilePage, startReconciler } from "./start-reconciler.ts";

const log = pino({ level: "silent" });

const through = (boss: PgBoss) => {
  const sendJob = sendThrough(boss);
  return { sendJob, agentOrders: placeOrdersThrough(sendJob, { agents: [datesAgent] }) };
};

/** Projected tasks with texts of their own. */
async function project(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `INSERT INTO task_projection (task_id, board_id, board_seq, version, kind, title, notes, text_version, text_author,
       text_written_at, text_event_id, text_correlation_id, text_depth, updated_at)
     SELECT gen_random_uuid(), gen_random_uuid(), n, 1, 'inbox', 'call tomorrow at ' || n % 24 || ':00', '', 1,
       '{"userId":"018f0000-0000-7000-8000-00000000000d","means":"hand","timeZone":"UTC"}', now(),
       gen_random_uuid(), gen_random_uuid(), 0, now() - interval '1 hour'
     FROM generate_series(1, $1) AS n`,
    [count],
  );
}

const reconcile = (pool: Pool, boss: PgBoss, page: ReconcilePage = {}) =>
  inTransaction(pool, (tx) => reconcileJobs(tx, through(boss).agentOrders, page));

async function jobsIn(pool: Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ state: string; n: number }>(
    "SELECT name || ' ' || state AS state, count(*)::int AS n FROM pgboss.job GROUP BY 1 ORDER BY 1",
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

test("jobs the queue lost are made again, under the ids they had, and once", async ({ pool, boss }) => {
  await project(pool, 5);
  expect(await reconcile(pool, boss)).toEqual({ made: 5, last: null });
  const before = await pool.query("SELECT id FROM pgboss.job ORDER BY id");
  await pool.query("DELETE FROM pgboss.job WHERE id IN (SELECT id FROM pgboss.job ORDER BY id LIMIT 2)");
  expect(await reconcile(pool, boss)).toMatchObject({ made: 2 });
  await pool.query("TRUNCATE pgboss.job CASCADE");
  expect(await reconcile(pool, boss)).toMatchObject({ made: 5 });
  expect(await reconcile(pool, boss)).toMatchObject({ made: 0 });
  expect((await pool.query("SELECT id FROM pgboss.job ORDER BY id")).rows).toEqual(before.rows);
});

test("what is done is not done again, even when the queue has forgotten all of it", async ({ pool, boss, deps }) => {
  await project(pool, 3);
  await reconcile(pool, boss);
  const [first, ...others] = await boss.fetch<object>(agentJobs.name, { batchSize: 2 });
  await runAgents(deps, [first!, ...others]);
  await pool.query("TRUNCATE pgboss.job CASCADE");
  expect(await reconcile(pool, boss)).toMatchObject({ made: 1 });
});

test("a job that met another text is made anew when its text has come back", async ({ pool, boss, deps }) => {
  await project(pool, 1);
  await reconcile(pool, boss);
  const [job] = await boss.fetch<object>(agentJobs.name);
  await pool.query("UPDATE task_projection SET text_event_id = gen_random_uuid()");
  await runAgents(deps, [job!]);
  await boss.complete(agentJobs.name, job!.id);
  expect(await jobsIn(pool)).toEqual({ "run-agents completed": 1 });
  // As a snapshot brings it after the API was restored.
  const { textEventId } = job!.data as { textEventId: string };
  await pool.query("UPDATE task_projection SET text_event_id = $1", [textEventId]);
  expect(await reconcile(pool, boss)).toMatchObject({ made: 1 });
  const [again] = await boss.fetch<object>(agentJobs.name);
  expect(again!.id).toBe(job!.id);
  await runAgents(deps, [again!]);
  expect(await reconcile(pool, boss)).toMatchObject({ made: 0 });
});

test("what failed for good is not tried again: dead, put back, or set aside", async ({ pool, boss }) => {
  await project(pool, 1);
  await reconcile(pool, boss);
  await pool.query("UPDATE pgboss.job SET retry_limit = 0");
  const [job] = await boss.fetch(agentJobs.name);
  await boss.fail(agentJobs.name, job!.id, { error: "broken" });
  expect(await jobsIn(pool)).toEqual({ "dead-letters created": 1, "run-agents failed": 1 });
  expect(await reconcile(pool, boss)).toMatchObject({ made: 0 });
  // The failed job is deleted after a week; its dead letter stays.
  await pool.query("DELETE FROM pgboss.job WHERE name = $1", [agentJobs.name]);
  expect(await reconcile(pool, boss)).toMatchObject({ made: 0 });
  expect(await boss.redrive("dead-letters")).toBe(1);
  expect(await jobsIn(pool)).toEqual({ "run-agents created": 1 });
  expect(await reconcile(pool, boss)).toMatchObject({ made: 0 });
  await pool.query("UPDATE pgboss.job SET retry_limit = 0");
  const [again] = await boss.fetch(agentJobs.name);
  await boss.fail(agentJobs.name, again!.id, { error: "still broken" });
  await pool.query("DELETE FROM pgboss.job WHERE name = $1", [agentJobs.name]);
  const [letter] = await boss.findJobs("dead-letters");
  await boss.cancel("dead-letters", letter!.id);
  expect(await reconcile(pool, boss)).toMatchObject({ made: 0 });
});

test("an agent that gave up for good is left alone without its queue; one that was still trying is not", async ({
  pool,
  boss,
}) => {
  await project(pool, 2);
  await pool.query(
    `INSERT INTO agent_run (id, agent, task_id, board_id, text_version, text_event_id, status, started_at)
     SELECT gen_random_uuid(), 'dates', task_id, board_id, 1, text_event_id,
       CASE row_number() OVER (ORDER BY task_id) WHEN 1 THEN 'failed' ELSE 'failing' END, now()
     FROM task_projection`,
  );
  expect(await reconcile(pool, boss)).toMatchObject({ made: 1 });
});

test("finished, gone and very new tasks are none of its business", async ({ pool, boss }) => {
  await project(pool, 4);
  await pool.query(
    `WITH numbered AS (SELECT task_id, row_number() OVER (ORDER BY task_id) AS n FROM task_projection)
     UPDATE task_projection AS p SET finished_at = CASE n WHEN 1 THEN now() END, gone_at = CASE n WHEN 2 THEN now() END,
       updated_at = CASE n WHEN 3 THEN now() ELSE updated_at END
     FROM numbered WHERE numbered.task_id = p.task_id`,
  );
  expect(await reconcile(pool, boss, { olderThanSeconds: 30 })).toMatchObject({ made: 1 });
});

test("a task written in this very transaction counts, though its time is rounded up to the next millisecond", async ({
  pool,
  boss,
}) => {
  await project(pool, 3);
  await inTransaction(pool, async (tx) => {
    await tx.query("UPDATE task_projection SET updated_at = now() + interval '1 millisecond'");
    expect(await reconcileJobs(tx, through(boss).agentOrders)).toMatchObject({ made: 3 });
  });
});

test("it goes on page by page, and one worker at a time", async ({ pool, boss }) => {
  await project(pool, 25);
  const orders = through(boss);
  const first = await reconcilePage(pool, orders, { limit: 10 });
  expect(first).toMatchObject({ made: 10 });
  await inTransaction(pool, async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock($1, $2)", [...advisoryLocks.reconciler]);
    expect(await reconcilePage(pool, orders, { limit: 10, after: first!.last })).toBe(null);
  });
  const second = await reconcilePage(pool, orders, { limit: 10, after: first!.last });
  expect(second).toMatchObject({ made: 10 });
  expect(await reconcilePage(pool, orders, { limit: 10, after: second!.last })).toEqual({ made: 5, last: null });
});

test("a queue that lost everything is filled again within one round", async ({ pool, boss }) => {
  await project(pool, 2_500);
  const loop = startReconciler({ pool, ...through(boss), log });
  await waitFor(async () => (await jobsIn(pool))["run-agents created"] === 2_500, { timeoutMs: 30_000 });
  await loop.stop();
}, 120_000);

test("with 100,000 tasks and as many runs and jobs a page still reads no table whole", async ({
  workerDatabase,
  pool,
  boss,
}) => {
  // Arranged without the time limits of a real pool.
  const { pool: arrange } = workerDatabase;
  await project(arrange, 100_000);
  await arrange.query(
    `INSERT INTO agent_run (id, agent, task_id, board_id, text_version, text_event_id, status, started_at)
     SELECT gen_random_uuid(), 'dates', task_id, board_id, 1, text_event_id, 'succeeded', now() FROM task_projection`,
  );
  await arrange.query(
    `INSERT INTO pgboss.job (name, data, state, source_root_id)
     SELECT 'run-agents', jsonb_build_object('n', n), 'completed', CASE n % 100 WHEN 0 THEN gen_random_uuid() END
     FROM generate_series(1, 100000) AS n`,
  );
  await arrange.query("VACUUM ANALYZE task_projection, agent_run, pgboss.job_common");
  // Ten tasks whose run is missing make the second query ask, too.
  await arrange.query(
    "DELETE FROM agent_run WHERE task_id IN (SELECT task_id FROM task_projection ORDER BY task_id LIMIT 10)",
  );
  const scans = `SELECT sum(seq_scan)::int AS n FROM pg_stat_xact_user_tables
                 WHERE relname IN ('task_projection', 'agent_run', 'job_common')`;
  await inTransaction(pool, async (tx) => {
    // More than five times: by then PostgreSQL may have settled for a plan without the values.
    for (let page = 0, after: string | null = null; page < 8; page++) {
      const told: { last: string | null; made: number } = await reconcileJobs(tx, through(boss).agentOrders, { after });
      expect(told.made).toBe(page === 0 ? 10 : 0);
      after = told.last;
    }
    expect((await tx.query<{ n: number }>(scans)).rows).toEqual([{ n: 0 }]);
    await tx.query("SELECT count(*) FROM pgboss.job WHERE data ->> 'n' = '7'");
    expect((await tx.query<{ n: number }>(scans)).rows, "a scan would have been seen").toEqual([{ n: 1 }]);
  });
}, 120_000);
