import { randomUUID } from "node:crypto";
import { type Envelope, envelopeSchema } from "@kanban/events/envelope";
import { type Operation, type WorkerReport, workerReportSchema } from "@kanban/events/operations-events";
import { consumeInTransaction } from "@kanban/messaging/consume-in-transaction";
import { waitFor } from "@kanban/testing/wait-for";
import type { Pool } from "pg";
import type { PgBoss } from "pg-boss";
import { pino } from "pino";
import { expect } from "vitest";
import { planEvent } from "../dispatcher.ts";
import { agentJobs, deadLetters, fetchJobs, letterJobs, modelJobs, previewJobs } from "../jobs/queues.ts";
import { sendThrough } from "../jobs/send-job.ts";
import { engineTest } from "../testing/engine-test.ts";
import { requestSnapshots } from "../projection/request-snapshots.ts";
import { startReporter } from "./start-reporter.ts";

const log = pino({ level: "silent" });

type Rig = {
  /** Delivers an event of the API's instance and works the inbox off; answers the event's id. */
  tell: (type: string, payload: unknown, id?: string) => Promise<string>;
  decide: (operation: Operation) => Promise<string>;
  /** What has been told to the API, in order. */
  told: (type: string) => Promise<Envelope[]>;
};

const test = engineTest.extend<Rig>({
  tell: async ({ pool, boss }, use) => {
    const deps = { sendJob: sendThrough(boss), log, loopErrors: () => [{ component: "relay", message: "away" }] };
    await use(async (type, payload, id = randomUUID()) => {
      await pool.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, 1, $3)", [
        ...[id, type, JSON.stringify(envelopeOf(id, type, payload))],
      ]);
      await consumeInTransaction({ pool, plan: (event) => planEvent(event, deps), askForBoards: requestSnapshots });
      return id;
    });
  },
  decide: async ({ tell }, use) => {
    await use((operation) => tell("operation.decided", { operation, reason: "Looked at it" }));
  },
  told: async ({ pool }, use) => {
    await use(async (type) => {
      const { rows } = await pool.query<{ envelope: unknown }>(
        "SELECT envelope FROM event_outbox WHERE type = $1 ORDER BY position",
        [type],
      );
      return rows.map(({ envelope }) => envelopeSchema.parse(envelope));
    });
  },
});

const reportIn = (envelope: Envelope | undefined): WorkerReport => workerReportSchema.parse(envelope?.payload);

/** Something the API told, in its envelope. */
const envelopeOf = (id: string, type: string, payload: unknown) => ({
  ...{ id, type, version: 1, boardId: null, boardSeq: null, actor: null, mutationId: id, causationId: null },
  ...{ correlationId: id, depth: 0, occurredAt: "2026-03-02T09:00:00.000Z", payload },
});

/** An event that was set aside, and would be kept and acknowledged if it came now. */
async function park(pool: Pool): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO event_inbox (id, type, version, envelope, attempts, parked_at, park_reason)
     VALUES ($1, 'of.tomorrow', 1, $2, 6, now(), 'failed 6 times')`,
    [id, JSON.stringify(envelopeOf(id, "of.tomorrow", {}))],
  );
  return id;
}

const eventState = async (pool: Pool, id: string) =>
  (
    await pool.query<{ parked: boolean; discarded: boolean; redrives: number }>(
      `SELECT parked_at IS NOT NULL AS parked, discarded_at IS NOT NULL AS discarded, redrives
       FROM event_inbox WHERE id = $1`,
      [id],
    )
  ).rows[0];

/** A job that failed for good, as pg-boss leaves it. */
async function failForGood(boss: PgBoss, pool: Pool, id = randomUUID()): Promise<{ id: string; letter: string }> {
  await boss.send(agentJobs.name, { agent: "dates", taskId: randomUUID() }, { id, retryLimit: 0 });
  const [job] = await boss.fetch(agentJobs.name);
  if (job?.id !== id) throw new Error("another job came first");
  await boss.fail(agentJobs.name, id, { error: "Error: no such agent" });
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM pgboss.job WHERE name = $1 AND source_id = $2", [
    ...[deadLetters.name, id],
  ]);
  const letter = rows[0]?.id;
  if (!letter) throw new Error("no dead letter was written");
  return { id, letter };
}

async function jobsOf(pool: Pool, queue: string) {
  const { rows } = await pool.query<{ id: string; state: string; retry_limit: number }>(
    "SELECT id, state::text, retry_limit FROM pgboss.job WHERE name = $1 ORDER BY created_on",
    [queue],
  );
  return rows;
}

test("each agent's runs of the last day are told, with how quick they were and what they cost", async ({
  pool,
  tell,
  told,
}) => {
  await pool.query(
    `INSERT INTO agent_run (id, agent, task_id, board_id, text_version, text_event_id, status, hints, took_ms, latency_ms,
       tokens, started_at, finished_at)
     SELECT gen_random_uuid(), CASE WHEN n <= 100 THEN 'dates' ELSE 'tags' END, gen_random_uuid(), gen_random_uuid(), 1,
       gen_random_uuid(), CASE n WHEN 101 THEN 'failing' ELSE 'succeeded' END, n % 2, 2, CASE WHEN n <= 100 THEN n END,
       n % 3, now(), now() - CASE n WHEN 102 THEN interval '2 days' ELSE interval '1 hour' END
     FROM generate_series(1, 103) AS n`,
  );
  await tell("report.requested", {});
  const { agents } = reportIn((await told("worker.reported"))[0]);
  expect(agents).toEqual([
    {
      ...{ name: "dates", runs: 100, failed: 0, hints: 50, tookMs: 200, tokens: 100 },
      latencyMs: { p50: 50.5, p99: expect.closeTo(99, 0) },
    },
    { name: "tags", runs: 2, failed: 1, hints: 2, tookMs: 4, tokens: 3, latencyMs: null },
  ]);
});

test("asked how it is, the worker tells of its events, jobs and loops, once per question", async ({
  pool,
  boss,
  tell,
  told,
}) => {
  await tell("report.requested", {});
  const atRest = reportIn((await told("worker.reported"))[0]);
  expect(atRest.bridge.inbox).toMatchObject({ waiting: 0, oldestSeconds: 0, parked: 0 });
  expect(atRest.jobs).toEqual({
    queues: [agentJobs, fetchJobs, modelJobs, letterJobs, previewJobs].map(({ name }) => ({
      name,
      waiting: 0,
      retrying: 0,
      active: 0,
      oldestSeconds: 0,
    })),
    ...{ deadLetterCount: 0, deadLetters: [] },
  });
  const { letter } = await failForGood(boss, pool);
  await boss.send(agentJobs.name, { agent: "dates" });
  const parked = await park(pool);
  const asked = await tell("report.requested", {});
  const envelope = (await told("worker.reported"))[1];
  expect(envelope).toMatchObject({ causationId: asked, depth: 1, boardId: null, actor: null });
  expect(reportIn(envelope)).toMatchObject({
    bridge: { parked: [{ eventId: parked }], lastErrors: [{ component: "relay", message: "away" }] },
    jobs: {
      queues: [
        { name: agentJobs.name, waiting: 1 },
        { name: fetchJobs.name, waiting: 0 },
        { name: modelJobs.name, waiting: 0 },
        { name: letterJobs.name, waiting: 0 },
        { name: previewJobs.name, waiting: 0 },
      ],
      deadLetterCount: 1,
      deadLetters: [{ jobId: letter, queue: agentJobs.name, error: "Error: no such agent" }],
    },
  });
  expect(reportIn(envelope).jobs.deadLetters[0]?.about).toMatch(/^agent dates, taskId [\da-f]{8}$/);
});

test("a dead letter is run once more under its own id, with all its tries", async ({ pool, boss, decide, told }) => {
  const { id, letter } = await failForGood(boss, pool);
  await decide({ action: "retry-job", side: "worker", jobId: letter });
  const { retryLimit } = agentJobs.settings;
  expect(await jobsOf(pool, agentJobs.name)).toEqual([{ id, state: "created", retry_limit: retryLimit }]);
  expect(await jobsOf(pool, deadLetters.name)).toEqual([]);
  // Told at once, so that whoever decided sees it.
  expect(reportIn((await told("worker.reported")).at(-1)).jobs.deadLetterCount).toBe(0);
  // Decided twice, by two people: the second has nothing left to do.
  const again = await decide({ action: "retry-job", side: "worker", jobId: letter });
  expect(await eventState(pool, again)).toMatchObject({ parked: false });
  expect(await jobsOf(pool, agentJobs.name)).toHaveLength(1);
  const [job] = await boss.fetch<object>(agentJobs.name);
  expect(job).toMatchObject({ id, data: { agent: "dates" } });
});

test("a dead letter whose failed job has been cleared away long ago is run once more all the same", async ({
  pool,
  boss,
  decide,
}) => {
  const { id, letter } = await failForGood(boss, pool);
  await boss.deleteJob(agentJobs.name, id);
  await decide({ action: "retry-job", side: "worker", jobId: letter });
  expect(await jobsOf(pool, agentJobs.name)).toMatchObject([{ id, state: "created" }]);
});

test("a dead letter that is discarded is over, and its job does not run", async ({ pool, boss, decide }) => {
  const { letter } = await failForGood(boss, pool);
  for (let n = 0; n < 2; n++) await decide({ action: "discard-job", side: "worker", jobId: letter });
  // Its row stays: it tells the reconciler that the job must not be made again.
  expect(await jobsOf(pool, deadLetters.name)).toMatchObject([{ id: letter, state: "cancelled" }]);
  expect(await boss.fetch(agentJobs.name)).toEqual([]);
  // Nobody's dead letter: a job that waits is not to be reached this way.
  await boss.send(agentJobs.name, { agent: "dates" });
  const [waiting] = await jobsOf(pool, agentJobs.name).then((jobs) => jobs.filter(({ state }) => state === "created"));
  await decide({ action: "discard-job", side: "worker", jobId: waiting!.id });
  await decide({ action: "retry-job", side: "worker", jobId: waiting!.id });
  expect(await jobsOf(pool, agentJobs.name)).toContainEqual(waiting);
});

test("parked events are put back and left as decided, and of the other side's nothing is touched", async ({
  pool,
  decide,
}) => {
  const [back, left, other] = [await park(pool), await park(pool), await park(pool)];
  await decide({ action: "redrive-event", side: "worker", eventId: back });
  await decide({ action: "discard-event", side: "worker", eventId: left });
  await decide({ action: "discard-event", side: "worker", eventId: randomUUID() });
  await decide({ action: "redrive-event", side: "api", eventId: other });
  await decide({ action: "begin-epoch", side: "api" });
  expect(await eventState(pool, back)).toEqual({ parked: false, discarded: false, redrives: 1 });
  expect(await eventState(pool, left)).toEqual({ parked: true, discarded: true, redrives: 0 });
  expect(await eventState(pool, other)).toEqual({ parked: true, discarded: false, redrives: 0 });
});

test("asked to rebuild what it knows, the worker asks for all boards", async ({ decide, told }) => {
  await decide({ action: "rebuild-projections", side: "worker" });
  expect((await told("snapshot.requested")).map(({ payload }) => payload)).toEqual([
    { boardIds: null, reason: "Looked at it" },
  ]);
});

test("by itself the worker tells when something is set aside or taken back, and not otherwise", async ({
  pool,
  boss,
  told,
}) => {
  expect(await boss.isInstalled()).toBe(true);
  const reporters = [1, 2].map(() => startReporter({ pool, loopErrors: () => [], log, everyMs: 5 }));
  const reports = async () => (await told("worker.reported")).map((report) => reportIn(report).bridge.inbox.parked);
  const id = await park(pool);
  await waitFor(async () => (await reports()).includes(1), { what: "a report of what was parked" });
  await pool.query("UPDATE event_inbox SET discarded_at = now() WHERE id = $1", [id]);
  await waitFor(async () => (await reports()).at(-1) === 0, { what: "a report that it is gone" });
  await Promise.all(reporters.map((reporter) => reporter.stop()));
  // Each of the two remembers for itself.
  expect((await reports()).length).toBeLessThanOrEqual(4);
});
