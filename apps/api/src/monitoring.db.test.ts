import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { bothDbTest } from "@kanban/testing/database-tests";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import { expect } from "vitest";
import { checkReadiness } from "./readiness.ts";
import { callProcedure, serverTest, startTestServer } from "./testing/server-test.ts";

const away = "postgresql://api_to_worker:x@127.0.0.1:1/kanban_worker";
const moving = { isStuck: () => false };

async function park(pool: Pool): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO event_inbox (id, type, version, envelope, parked_at, park_reason)
     VALUES ($1, 'hints.proposed', 1, '{}', now(), 'not what its schema says')`,
    [id],
  );
  return id;
}

serverTest("a monitor is told of procedures, streams, connections and the bridge", async ({ server }) => {
  await callProcedure(server, "board.list", undefined);
  await callProcedure(server, "operations.status", undefined);
  await park(server.database.pool);
  const { status, headers, text } = await server.request("/metrics");
  expect(status).toBe(200);
  expect(headers.get("content-type")).toContain("text/plain");
  for (const line of [
    'kanban_procedure_seconds_count{procedure="board.list",outcome="UNAUTHORIZED"} 1',
    'kanban_procedure_seconds_bucket{le="+Inf",procedure="operations.status",outcome="UNAUTHORIZED"} 1',
    "kanban_streams_open 0",
    "kanban_inbox_parked 1",
    "kanban_outbox_waiting",
    "kanban_relay_published_total",
    'kanban_pool_connections{pool="requests",state="waiting"} 0',
    'kanban_unhandled_total{kind="rejection"} 0',
    "kanban_sample_up 1",
    "process_resident_memory_bytes",
  ])
    expect(text).toContain(line);
});

bothDbTest("with a token, only who brings it is told", async ({ apiDatabase, workerDatabase }) => {
  const token = "for-the-monitor-alone";
  const server = await startTestServer({ apiDatabase, workerDatabase }, { METRICS_TOKEN: token });
  const scrape = (authorization: string) => server.request("/metrics", { headers: { authorization } });
  expect((await server.request("/metrics")).status).toBe(401);
  expect((await scrape("Bearer something-else")).text).toBe("");
  expect((await scrape(`Bearer ${token}`)).status).toBe(200);
  await server.api.stop(1_000);
});

bothDbTest(
  "with the worker off for a week the API is ready, and says what waits",
  async ({ apiDatabase, workerDatabase }) => {
    await apiDatabase.pool.query(
      `INSERT INTO event_log (id, aggregate_type, aggregate_id, type, version, payload, mutation_id, correlation_id, occurred_at)
     VALUES ($1, 'instance', $1, 'report.requested', 1, '{}', $1, $1, now() - interval '7 days')`,
      [randomUUID()],
    );
    const server = await startTestServer({ apiDatabase, workerDatabase }, { API_TO_WORKER_URL: away });
    const errors = async () => (await server.request("/metrics")).text.match(/^kanban_relay_errors_total (\d+)$/m)?.[1];
    await waitFor(async () => Number(await errors()) > 0, { what: "the relay to meet the other side's absence" });
    const { status, json } = await server.request("/readyz");
    expect({ status, json }).toEqual({
      status: 200,
      json: { status: "ready", checks: { database: "ok", schema: "ok", relay: "ok" } },
    });
    expect((await server.request("/metrics")).text).toMatch(/^kanban_outbox_oldest_seconds 604\d\d\d/m);
    const ada = await server.signUp();
    const { api } = await ada.ask<{ api: { lastErrors: unknown[] } }>("operations.status");
    expect(api.lastErrors).toEqual([
      { component: "relay", message: expect.stringMatching(/^The other side's database: .*ECONNREFUSED/) },
    ]);
    await server.api.stop(1_000);
  },
);

bothDbTest("a relay that is stuck, or a schema that lacks a migration, is not ready", async ({ apiDatabase }) => {
  const { pool } = apiDatabase;
  expect(await checkReadiness(pool, moving)).toMatchObject({ ready: true });
  expect(await checkReadiness(pool, { isStuck: () => true })).toEqual({
    ready: false,
    checks: { database: "ok", schema: "ok", relay: "failed" },
  });
  await pool.query("UPDATE _prisma_migrations SET finished_at = NULL");
  expect(await checkReadiness(pool, moving)).toEqual({
    ready: false,
    checks: { database: "ok", schema: "failed", relay: "ok" },
  });
});

serverTest("what the worker reports is shown to administrators", async ({ server }) => {
  const ada = await server.signUp();
  const id = randomUUID();
  const quiet = { waiting: 0, oldestSeconds: 0 };
  const report = {
    reportedAt: "2026-11-22T09:00:00.000Z",
    bridge: {
      ...{ outbox: quiet, inbox: { ...quiet, failing: 0, parked: 0, boardsWaiting: 3 } },
      ...{ parked: [], failures: [], lastErrors: [] },
    },
    jobs: { queues: [], deadLetterCount: 0, deadLetters: [] },
  };
  const envelope = {
    ...{ id, type: "worker.reported", version: 1, boardId: null, boardSeq: null, actor: null, mutationId: id },
    ...{ causationId: null, correlationId: id, depth: 0, occurredAt: report.reportedAt, payload: report },
  };
  await withClient(server.database.publisherUrl, (client) =>
    client.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, 'worker.reported', 1, $2)", [
      ...[id, JSON.stringify(envelope)],
    ]),
  );
  const status = () => ada.ask<{ worker: { report: unknown; lastHeardAt: string } }>("operations.status");
  await waitFor(async () => (await status()).worker.report !== null, { what: "the report to be kept" });
  expect((await status()).worker.report).toEqual(report);
});

bothDbTest("administrators are written to about what was set aside", async ({ apiDatabase, workerDatabase }) => {
  const { pool } = apiDatabase;
  await park(pool);
  await pool.query(`INSERT INTO "user" (name, email, is_admin) VALUES ('Ada', 'ada@example.com', true)`);
  const server = await startTestServer({ apiDatabase, workerDatabase });
  const letters = async () =>
    (
      await pool.query<{ payload: { to: string; text: string } }>(
        "SELECT payload FROM event_log WHERE type = 'mail.requested'",
      )
    ).rows;
  await waitFor(async () => (await letters()).length > 0, { what: "a letter" });
  const [letter] = await letters();
  expect(letter?.payload.to).toBe("ada@example.com");
  expect(letter?.payload.text).toContain("https://kanban.example/operations");
  await server.api.stop(1_000);
});
