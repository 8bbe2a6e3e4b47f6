import { consumeInTransaction } from "@kanban/messaging/consume-in-transaction";
import type { Pool } from "pg";
import type { Job, PgBoss } from "pg-boss";
import { pino } from "pino";
import { expect } from "vitest";
import { planEvent } from "../dispatcher.ts";
import { envelopeOf, taskCreated, taskFinished, taskReopened, titleChanged } from "../fixtures.ts";
import { requestSnapshots } from "../projection/request-snapshots.ts";
import { engineTest as test } from "../testing/engine-test.ts";
import type { Agent } from "../agents/agent.ts";
import { datesAgent } from "../agents/dates.ts";
import { placeOrdersThrough } from "./agent-orders.ts";
import { agentJobs } from "./queues.ts";
import { runAgents } from "./run-agents.ts";
import { type SendJob, sendThrough } from "./send-job.ts";

const log = pino({ level: "silent" });
const retry = { maxAttempts: 3, firstDelayMs: 0 };

async function deliver(pool: Pool, envelope: ReturnType<typeof envelopeOf>): Promise<void> {
  await pool.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, 1, $3)", [
    envelope.id,
    envelope.type,
    JSON.stringify(envelope),
  ]);
}

const dispatch = (pool: Pool, sendJob: SendJob) =>
  consumeInTransaction({
    pool,
    plan: (event) =>
      planEvent(event, { sendJob, agentOrders: placeOrdersThrough(sendJob, { agents: [datesAgent] }), log }),
    askForBoards: requestSnapshots,
    retry,
  });

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
  const [job] = await boss.fetch<object>(agentJobs.name, { ignoreStartAfter: true });
  if (!job) throw new Error("no job to fetch");
  return job;
};

test("result, news and completion are one commit", async ({ pool, boss, deps }) => {
  await deliver(pool, envelopeOf(taskCreated(), 1));
  await dispatch(pool, sendThrough(boss));
  await runAgents(deps, [await fetchJob(boss)]);
  expect(await traces(pool)).toEqual({ jobs: ["completed"], runs: ["succeeded"], told: 1 });
});

test("a crash before the commit leaves nothing, and the next attempt does it once", async ({ pool, boss, deps }) => {
  await deliver(pool, envelopeOf(taskCreated(), 1));
  await dispatch(pool, sendThrough(boss));
  const job = await fetchJob(boss);
  const dying = { complete: () => Promise.reject(new Error("crashed")) };
  await expect(runAgents({ ...deps, boss: dying }, [job])).rejects.toThrow("crashed");
  expect(await traces(pool)).toEqual({ jobs: ["active"], runs: [], told: 0 });
  await runAgents(deps, [job]);
  expect(await traces(pool)).toEqual({ jobs: ["completed"], runs: ["succeeded"], told: 1 });
});

test("an attempt that has lost its job to another has no effect", async ({ pool, boss, deps }) => {
  await deliver(pool, envelopeOf(taskCreated(), 1));
  await dispatch(pool, sendThrough(boss));
  const slow = await fetchJob(boss);
  await boss.fail(agentJobs.name, slow.id);
  await pool.query("UPDATE pgboss.job SET start_after = now() WHERE id = $1", [slow.id]);
  const second = await fetchJob(boss);
  expect(second.id).toBe(slow.id);
  await expect(runAgents(deps, [slow])).rejects.toThrow("no longer this attempt's");
  expect(await traces(pool)).toEqual({ jobs: ["active"], runs: [], told: 0 });
  await runAgents(deps, [second]);
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
  await runAgents(deps, [stale]);
  expect(await traces(pool)).toMatchObject({ runs: [], told: 0 });
  await runAgents(deps, [await fetchJob(boss)]);
  expect(await traces(pool)).toMatchObject({ runs: ["succeeded"], told: 1 });
});

test("a task that was finished when its text was to be read is read when it is opened again, once", async ({
  pool,
  boss,
  deps,
}) => {
  await deliver(pool, envelopeOf(taskCreated(), 1));
  await deliver(pool, envelopeOf(taskFinished(2), 2));
  await dispatch(pool, sendThrough(boss));
  const skipped = await fetchJob(boss);
  await runAgents(deps, [skipped]);
  await boss.complete(agentJobs.name, skipped.id);
  expect(await traces(pool)).toEqual({ jobs: ["completed"], runs: [], told: 0 });
  await deliver(pool, envelopeOf(taskReopened(3), 3));
  await dispatch(pool, sendThrough(boss));
  await runAgents(deps, [await fetchJob(boss)]);
  expect(await traces(pool)).toMatchObject({ runs: ["succeeded"], told: 1 });
  await deliver(pool, envelopeOf(taskFinished(4), 4));
  await deliver(pool, envelopeOf(taskReopened(5), 5));
  await dispatch(pool, sendThrough(boss));
  expect(await traces(pool)).toMatchObject({ jobs: ["completed", "completed"] });
});

test("what no retry can help says so", async ({ deps }) => {
  const job = { id: "018f0000-0000-7000-8000-000000000001", name: agentJobs.name, retryCount: 0 };
  const failures = await runAgents(deps, [{ ...job, data: { agent: 7 } }]);
  expect(failures).toMatchObject([{ job: { id: job.id }, error: { name: "PermanentError" } }]);
});

test("an agent that takes long says where it stands: at it, trying again later, through; told twice it is one word", async ({
  pool,
  boss,
  deps,
}) => {
  let failures = 1;
  const slow: Agent = {
    ...datesAgent,
    takesLong: () => true,
    findHints: (input) => {
      if (failures-- > 0) throw new Error("No answer");
      return datesAgent.findHints(input);
    },
  };
  await deliver(pool, envelopeOf(taskCreated(), 1));
  await dispatch(pool, sendThrough(boss));
  const job = await fetchJob(boss);
  const slowDeps = { ...deps, agents: [slow] };
  expect(await runAgents(slowDeps, [job])).toHaveLength(1);
  // Whoever takes it up after a crash says the same under the same id.
  failures = 1;
  expect(await runAgents(slowDeps, [job])).toHaveLength(1);
  await boss.fail(agentJobs.name, job.id);
  await pool.query("UPDATE pgboss.job SET start_after = now() WHERE id = $1", [job.id]);
  await runAgents(slowDeps, [{ ...(await fetchJob(boss)), retryCount: 1 }]);
  const { rows } = await pool.query<{ word: string }>(
    `SELECT concat_ws(' ', envelope -> 'payload' ->> 'attempt', envelope -> 'payload' ->> 'state') AS word
     FROM event_outbox WHERE type = 'reading.reported' ORDER BY position`,
  );
  expect(rows.map(({ word }) => word)).toEqual(["0 reading", "0 delayed", "1 reading", "1 ended"]);
});
