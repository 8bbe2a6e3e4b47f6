import { createWorkerDb, type WorkerDb } from "@kanban/db-worker/client";
import { createPool } from "@kanban/messaging/create-pool";
import { consumeInTransaction } from "@kanban/messaging/consume-in-transaction";
import { workerDbTest } from "@kanban/testing/database-tests";
import type { Pool } from "pg";
import type { Job, PgBoss } from "pg-boss";
import { pino } from "pino";
import { expect } from "vitest";
import { planEvent } from "../dispatcher.ts";
import { envelopeOf, taskCreated, titleChanged } from "../fixtures.ts";
import { runAgents } from "./queues.ts";
import { type AgentDeps, runAgent } from "./run-agent.ts";
import { type SendJob, sendThrough } from "./send-job.ts";
import { startJobEngine } from "./start-job-engine.ts";

const log = pino({ level: "silent" });
const retry = { maxAttempts: 3, firstDelayMs: 0 };

/** The parts of a worker, none of them running by itself. */
const test = workerDbTest.extend<{ pool: Pool; boss: PgBoss; db: WorkerDb; deps: AgentDeps }>({
  pool: async ({ workerDatabase }, use) => {
    const pool = createPool(workerDatabase.url, { name: "test", max: 4, onError: () => {} });
    await use(pool);
    await pool.end();
  },
  boss: async ({ workerDatabase }, use) => {
    const engine = await startJobEngine({ url: workerDatabase.url, log });
    await use(engine.boss);
    await engine.stop();
  },
  db: async ({ pool }, use) => {
    const db = createWorkerDb(pool);
    await use(db);
    await db.$disconnect();
  },
  deps: async ({ db, boss, clock }, use) => {
    await use({ db, boss, log, now: clock.now });
  },
});

async function deliver(pool: Pool, envelope: ReturnType<typeof envelopeOf>): Promise<void> {
  await pool.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, 1, $3)", [
    envelope.id,
    envelope.type,
    JSON.stringify(envelope),
  ]);
}

const dispatch = (pool: Pool, sendJob: SendJob) =>
  consumeInTransaction({ pool, plan: (event) => planEvent(event, { sendJob, log }), retry });

/** What there is to see after a run. */
async function traces(pool: Pool) {
  const { rows } = await pool.query<{ jobs: string[]; runs: string[]; told: number }>(
    `SELECT (SELECT coalesce(array_agg(state::text ORDER BY created_on), '{}') FROM pgboss.job WHERE name = 'run-agents') AS jobs,
            (SELECT coalesce(array_agg(status), '{}') FROM agent_run) AS runs,
            (SELECT count(*)::int FROM event_outbox) AS told`,
  );
  return rows[0];
}

const fetchJob = async (boss: PgBoss): Promise<Job> => {
  const [job] = await boss.fetch<object>(runAgents.name);
  if (!job) throw new Error("no job to fetch");
  return job;
};

test("result, news and completion are one commit", async ({ pool, boss, deps }) => {
  await deliver(pool, envelopeOf(taskCreated(), 1));
  await dispatch(pool, sendThrough(boss));
  await runAgent(deps, await fetchJob(boss));
  expect(await traces(pool)).toEqual({ jobs: ["completed"], runs: ["succeeded"], told: 1 });
});

test("a crash before the commit leaves nothing, and the next attempt does it once", async ({ pool, boss, deps }) => {
  await deliver(pool, envelopeOf(taskCreated(), 1));
  await dispatch(pool, sendThrough(boss));
  const job = await fetchJob(boss);
  const dying = { complete: () => Promise.reject(new Error("crashed")) };
  await expect(runAgent({ ...deps, boss: dying }, job)).rejects.toThrow("crashed");
  expect(await traces(pool)).toEqual({ jobs: ["active"], runs: [], told: 0 });
  await runAgent(deps, job);
  expect(await traces(pool)).toEqual({ jobs: ["completed"], runs: ["succeeded"], told: 1 });
});

test("an attempt that has lost its job to another has no effect", async ({ pool, boss, deps }) => {
  await deliver(pool, envelopeOf(taskCreated(), 1));
  await dispatch(pool, sendThrough(boss));
  const slow = await fetchJob(boss);
  await boss.fail(runAgents.name, slow.id);
  await pool.query("UPDATE pgboss.job SET start_after = now() WHERE id = $1", [slow.id]);
  const second = await fetchJob(boss);
  expect(second.id).toBe(slow.id);
  await expect(runAgent(deps, slow)).rejects.toThrow("no longer this attempt's");
  expect(await traces(pool)).toEqual({ jobs: ["active"], runs: [], told: 0 });
  await runAgent(deps, second);
  expect(await traces(pool)).toEqual({ jobs: ["completed"], runs: ["succeeded"], told: 1 });
});

test("a crash between projection and job keeps the event open, and its job is created once", async ({ pool, boss }) => {
  await deliver(pool, envelopeOf(taskCreated(), 1));
  const crashing: SendJob = async (...args) => {
    await sendThrough(boss)(...args);
    throw new Error("crashed");
  };
  await dispatch(pool, crashing);
  expect(await traces(pool)).toMatchObject({ jobs: [] });
  await dispatch(pool, sendThrough(boss));
  expect(await traces(pool)).toMatchObject({ jobs: ["created"] });
  // Handled again, as after a crash before the mark: the job's id is taken.
  await pool.query("UPDATE event_inbox SET handled_at = NULL");
  await dispatch(pool, sendThrough(boss));
  expect(await traces(pool)).toMatchObject({ jobs: ["created"] });
});

test("a job whose text has changed is done without a run", async ({ pool, boss, deps }) => {
  await deliver(pool, envelopeOf(taskCreated(), 1));
  await dispatch(pool, sendThrough(boss));
  const stale = await fetchJob(boss);
  await deliver(pool, envelopeOf(titleChanged("call the dentist on Friday", 2), 2));
  await dispatch(pool, sendThrough(boss));
  await runAgent(deps, stale);
  expect(await traces(pool)).toMatchObject({ runs: [], told: 0 });
  await runAgent(deps, await fetchJob(boss));
  expect(await traces(pool)).toMatchObject({ runs: ["succeeded"], told: 1 });
});

test("what no retry can help says so", async ({ deps }) => {
  const job = { id: "018f0000-0000-7000-8000-000000000001", name: runAgents.name, retryCount: 0 };
  await expect(runAgent(deps, { ...job, data: { agent: 7 } })).rejects.toMatchObject({ name: "PermanentError" });
});

test("every queue keeps waiting jobs for a year and has somewhere for those that fail for good", async ({ boss }) => {
  const queues = await boss.getQueues(["run-agents", "dead-letters"]);
  expect(queues.filter(({ retentionSeconds = 0 }) => retentionSeconds < 365 * 86_400)).toEqual([]);
  expect(queues.find(({ name }) => name === "run-agents")).toMatchObject({
    deadLetter: "dead-letters",
    notify: true,
    heartbeatSeconds: 10,
    retryLimit: 10,
    retryBackoff: true,
  });
});
