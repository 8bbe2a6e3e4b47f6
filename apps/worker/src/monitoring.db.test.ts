import { bothDbTest } from "@kanban/testing/database-tests";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import { pino } from "pino";
import { expect } from "vitest";
import { cheapAgents } from "./agents/agents.ts";
import { envelopeOf, taskCreated } from "./fixtures.ts";
import { checkReadiness } from "./readiness.ts";
import { startWorker } from "./start-worker.ts";

const token = "for-the-monitor-alone";

bothDbTest(
  "a monitor is told of events, jobs, queues and the bridge, when it brings its token",
  async ({ apiDatabase, workerDatabase }) => {
    const worker = await startWorker(
      {
        ...{ WORKER_DATABASE_URL: workerDatabase.url, WORKER_TO_API_URL: apiDatabase.publisherUrl },
        ...{
          PORT: 0,
          HOST: "127.0.0.1",
          LOG_LEVEL: "silent",
          METRICS_TOKEN: token,
        },
      },
      pino({ level: "silent" }),
    );
    await worker.ready;
    const url = `http://127.0.0.1:${worker.port}/metrics`;
    expect((await fetch(url)).status).toBe(401);
    const scrape = async () => (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).text();
    // The third is of a later build, whatever it calls itself.
    const hostile = { ...envelopeOf(taskCreated(), 2), type: 'x"} 1\nkanban_forged 1' };
    await withClient(workerDatabase.publisherUrl, async (client) => {
      for (const envelope of [envelopeOf(taskCreated(), 1), hostile])
        await client.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, 1, $3)", [
          ...[envelope.id, envelope.type, JSON.stringify(envelope)],
        ]);
    });
    const done = `kanban_jobs_total{queue="run-agents",outcome="completed"} ${cheapAgents.length}`;
    await waitFor(async () => (await scrape()).includes(done), { what: "the jobs to be counted" });
    const text = await scrape();
    for (const line of [
      'kanban_events_dispatched_total{type="task.created",outcome="handle"} 1',
      'kanban_events_dispatched_total{type="unknown",outcome="unknown"} 1',
      'kanban_job_run_seconds_count{queue="run-agents",outcome="completed"} ',
      'kanban_queue_jobs{queue="run-agents",state="waiting"}',
      'kanban_queue_oldest_seconds{queue="run-agents"}',
      "kanban_dead_letters 0",
      "kanban_boards_waiting 0",
      "kanban_relay_published_total",
      'kanban_pool_connections{pool="worker",state="idle"}',
      "kanban_sample_up 1",
    ])
      expect(text).toContain(line);
    expect(text).not.toContain("kanban_forged");
    await worker.stop();
  },
);

bothDbTest("a worker is ready while nothing on its own side is stuck, whatever waits", async ({ workerDatabase }) => {
  const { pool } = workerDatabase;
  const moving = { isStuck: () => false };
  const stuck = { isStuck: () => true };
  await pool.query(
    `INSERT INTO event_inbox (id, type, version, envelope, received_at)
     VALUES (gen_random_uuid(), 'x.y', 1, '{}', now() - interval '7 days')`,
  );
  expect(await checkReadiness({ pool, relay: moving, dispatcher: moving })).toMatchObject({ ready: true });
  const notReady = { ready: false };
  expect(await checkReadiness({ pool, relay: stuck, dispatcher: moving })).toMatchObject(notReady);
  expect(await checkReadiness({ pool, relay: moving, dispatcher: stuck })).toMatchObject(notReady);
  expect(await checkReadiness({ pool, relay: moving, dispatcher: null })).toMatchObject({
    ...notReady,
    checks: { jobs: "failed", dispatcher: "failed" },
  });
  await pool.query("DELETE FROM _prisma_migrations");
  expect(await checkReadiness({ pool, relay: moving, dispatcher: moving })).toMatchObject({
    ...notReady,
    checks: { schema: "failed" },
  });
});
