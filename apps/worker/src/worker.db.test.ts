import type { Envelope } from "@kanban/events/envelope";
import { workerEvents } from "@kanban/events/worker-events";
import { readEvent } from "@kanban/events/read-event";
import { bothDbTest } from "@kanban/testing/database-tests";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import { pino } from "pino";
import { expect } from "vitest";
import { datesAgent } from "./agents/dates.ts";
import { envelopeOf, taskArchived, taskCreated, taskFinished, taskId, titleChanged } from "./fixtures.ts";
import { startWorker, type Worker } from "./start-worker.ts";

type Rig = {
  /** Puts events into the worker's inbox as the API's publisher does. */
  deliver: (...envelopes: Envelope[]) => Promise<void>;
  /** What arrived at the API, in order, but for where the worker says it stands. */
  reports: () => Promise<{ envelope: Envelope; payload: unknown }[]>;
  /** Resolves when every event is handled and every job done. */
  quiet: () => Promise<unknown>;
  worker: Worker;
};

const test = bothDbTest.extend<Rig>({
  worker: async ({ workerDatabase, apiDatabase, clock }, use) => {
    const worker = await startWorker(
      {
        WORKER_DATABASE_URL: workerDatabase.url,
        WORKER_TO_API_URL: apiDatabase.publisherUrl,
        PORT: 0,
        HOST: "127.0.0.1",
        LOG_LEVEL: "silent",
      },
      pino({ level: "silent" }),
      clock.now,
      undefined,
      () => [datesAgent],
    );
    await worker.ready;
    await use(worker);
    await worker.stop();
  },
  deliver: async ({ workerDatabase }, use) => {
    await use((...envelopes) =>
      withClient(workerDatabase.publisherUrl, async (client) => {
        // In one commit, as the relay brings a batch: the dispatcher sees all of it or nothing.
        await client.query("BEGIN");
        for (const envelope of envelopes)
          await client.query(
            "INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            [envelope.id, envelope.type, envelope.version, JSON.stringify(envelope)],
          );
        await client.query("COMMIT");
      }),
    );
  },
  reports: async ({ apiDatabase }, use) => {
    await use(async () => {
      const { rows } = await apiDatabase.pool.query<{ envelope: unknown }>(
        // A board whose tasks came without its own facts is asked for as a whole, whenever maintenance comes by.
        `SELECT envelope FROM event_inbox WHERE type NOT IN ('watermark.reported', 'worker.reported')
           AND envelope -> 'payload' ->> 'reason' IS DISTINCT FROM 'labels are not known yet' ORDER BY position`,
      );
      return rows.map(({ envelope }) => {
        const read = readEvent(workerEvents, envelope);
        if (read.outcome !== "known") throw new Error(`not an event of the worker: ${JSON.stringify(read)}`);
        return { envelope: read.envelope, payload: read.event.payload };
      });
    });
  },
  quiet: async ({ workerDatabase: { pool } }, use) => {
    await use(() =>
      waitFor(async () => {
        const { rows } = await pool.query<{ open: number }>(
          `SELECT (SELECT count(*) FROM event_inbox WHERE handled_at IS NULL AND parked_at IS NULL)
                + (SELECT count(*) FROM pgboss.job WHERE state < 'completed' AND name = 'run-agents')
                + (SELECT count(*) FROM event_outbox WHERE published_at IS NULL) AS open`,
        );
        return Number(rows[0]?.open) === 0;
      }),
    );
  },
});

test("a captured date comes back to the API as a proposal with its evidence", async ({ worker, deliver, reports }) => {
  expect(worker.port).toBeGreaterThan(0);
  const created = envelopeOf(taskCreated(), 1);
  await deliver(created);
  const [report] = await waitFor(async () => {
    const all = await reports();
    return all.length > 0 ? all : null;
  });
  expect(report?.payload).toMatchObject({
    taskId,
    taskVersion: 1,
    agent: "dates",
    hints: [
      {
        value: { kind: "due-date", dueAt: "2026-03-05T14:00:00.000Z" },
        evidence: { field: "title", text: "tomorrow 3pm", start: 17, end: 29 },
      },
    ],
  });
  expect(report?.envelope).toMatchObject({
    boardId: created.boardId,
    boardSeq: null,
    causationId: created.id,
    correlationId: created.correlationId,
    depth: 1,
    actor: { ...created.actor, means: "hint" },
  });
});

test("delivering everything again, in any order, changes nothing and reports nothing new", async ({
  worker,
  deliver,
  reports,
  quiet,
  workerDatabase: { pool },
}) => {
  await worker.ready;
  const events = [
    envelopeOf(taskCreated(), 1),
    envelopeOf(titleChanged("call the dentist on Friday", 2), 2),
    envelopeOf(taskFinished(3), 3),
    envelopeOf(titleChanged("call the dentist on Monday", 4), 4),
  ];
  for (const event of events) {
    await deliver(event);
    await quiet();
  }
  const projection = async () =>
    (await pool.query("SELECT to_jsonb(p) - 'updated_at' AS row FROM task_projection AS p")).rows;
  const before = await projection();
  expect(before).toMatchObject([
    { row: { title: "call the dentist on Monday", kind: "done", version: 4, board_seq: 4 } },
  ]);
  const reported = await reports();
  expect(reported).toHaveLength(2);

  await deliver(...events);
  // As if nothing had been handled yet: the whole inbox once more, then the oldest event once more, behind the newest.
  await pool.query("UPDATE event_inbox SET handled_at = NULL");
  await pool.query("NOTIFY event_inbox");
  await quiet();
  await pool.query("UPDATE event_inbox SET handled_at = NULL, position = DEFAULT WHERE id = $1", [events[0]?.id]);
  await pool.query("NOTIFY event_inbox");
  await quiet();
  expect(await projection()).toEqual(before);
  expect(await reports()).toEqual(reported);
});

test("text without a date withdraws what was proposed, once", async ({ worker, deliver, reports, quiet }) => {
  await worker.ready;
  await deliver(envelopeOf(taskCreated(), 1));
  await quiet();
  await deliver(envelopeOf(titleChanged("call the dentist", 2), 2));
  await quiet();
  await deliver(envelopeOf(titleChanged("call a dentist", 3), 3));
  await quiet();
  const all = await reports();
  expect(all.map(({ payload }) => payload)).toMatchObject([
    { taskVersion: 1, hints: [{}] },
    { taskVersion: 2, hints: [] },
  ]);
});

test("what is typed in many steps is read once, within a second of the last", async ({
  worker,
  deliver,
  reports,
  quiet,
  workerDatabase: { pool },
}) => {
  await worker.ready;
  await deliver(envelopeOf(taskCreated({ title: "call" }), 1));
  await quiet();
  const spentMs: number[] = [];
  let version = 1;
  for (const day of ["tomorrow", "friday", "monday"]) {
    for (const title of ["call the", "call the dentist", "call the dentist to", `call the dentist ${day}`]) {
      version += 1;
      await deliver(envelopeOf(titleChanged(title, version), version));
    }
    const typedAt = performance.now();
    await waitFor(async () => (await reports()).length > spentMs.length);
    spentMs.push(performance.now() - typedAt);
    await quiet();
  }
  // Of three, since the machine may be busy with something else.
  expect(Math.min(...spentMs)).toBeLessThan(1_000);
  const runs = await pool.query("SELECT text_version FROM agent_run ORDER BY text_version");
  expect(runs.rows.map((run) => run.text_version)).toEqual([1, 5, 9, 13]);
});

test("agents leave alone what is finished, archived or changed in other ways than its text", async ({
  worker,
  deliver,
  reports,
  quiet,
  workerDatabase: { pool },
}) => {
  await worker.ready;
  const other = "018f0000-0000-7000-8000-0000000000ff";
  await deliver(
    envelopeOf(taskCreated(), 1),
    envelopeOf(taskArchived(2), 2),
    envelopeOf(taskCreated({ id: other, finishedAt: "2026-03-04T10:00:00.000Z" }), 3),
    envelopeOf(
      {
        type: "task.updated",
        payload: { taskId: other, version: 2, before: { priority: "low" }, after: { priority: "high" } },
      },
      4,
    ),
  );
  await quiet();
  expect(await reports()).toEqual([]);
  const jobs = await pool.query("SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'run-agents'");
  expect(jobs.rows).toEqual([{ n: 2 }]);
});

test("an unknown event is kept, a broken one parked, and the board goes on", async ({
  worker,
  deliver,
  reports,
  quiet,
  workerDatabase: { pool },
}) => {
  await worker.ready;
  await deliver(
    envelopeOf({ type: "task.teleported", payload: {} }, 1),
    envelopeOf({ type: "task.created", payload: { card: "none" } }, 2),
    envelopeOf(taskCreated(), 3),
  );
  await quiet();
  // The parked one may have changed something, so the board is asked for as it is.
  expect((await reports()).map(({ envelope }) => envelope.type).toSorted()).toEqual([
    "hints.proposed",
    "snapshot.requested",
  ]);
  const { rows } = await pool.query(
    "SELECT type, handled_at IS NOT NULL AS handled, left(park_reason, 13) AS reason FROM event_inbox ORDER BY position",
  );
  expect(rows).toEqual([
    { type: "task.teleported", handled: true, reason: null },
    { type: "task.created", handled: false, reason: "task.created:" },
    { type: "task.created", handled: true, reason: null },
  ]);
});

test("every connection cut in the middle of the work loses and repeats nothing", async ({
  worker,
  deliver,
  reports,
  quiet,
  workerDatabase,
}) => {
  await worker.ready;
  const ids = Array.from({ length: 40 }, (_, n) => `018f0000-0000-7000-8000-0000000010${String(n).padStart(2, "0")}`);
  const cut = () =>
    withClient(workerDatabase.adminUrl, (client) =>
      client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name LIKE 'kanban-worker%'",
        [workerDatabase.name],
      ),
    );
  for (const [index, id] of ids.entries()) {
    await deliver(envelopeOf(taskCreated({ id }), index + 1));
    if (index % 10 === 5) await cut();
  }
  // A job whose attempt was cut is given back by its heartbeat, or failed and retried, within seconds.
  await waitFor(async () => (await reports()).length >= ids.length, { timeoutMs: 60_000, what: "all reports" });
  await quiet();
  const told = (await reports()).map(({ payload }) => (payload as { taskId: string }).taskId);
  expect(told.toSorted()).toEqual(ids);
}, 90_000);

test("health says what works", async ({ worker }) => {
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${worker.port}${path}`);
    return { status: response.status, body: await response.json() };
  };
  expect(await ask("/healthz")).toEqual({ status: 200, body: { status: "ok" } });
  expect(await ask("/readyz")).toEqual({
    status: 200,
    body: { ready: true, checks: { database: "ok", schema: "ok", jobs: "ok", relay: "ok", dispatcher: "ok" } },
  });
  expect((await ask("/")).status).toBe(404);
});
