import { randomUUID } from "node:crypto";
import { bridgeStatusSchema } from "@kanban/events/bridge-status";
import { apiDbTest, workerDbTest } from "@kanban/testing/database-tests";
import type { Pool } from "pg";
import { expect } from "vitest";
import { apiEnd, workerEnd } from "./bridge-end.ts";
import { readBridgeStatus, standingErrors } from "./bridge-status.ts";
import { discardEvent, redriveEvent } from "./settle-parked.ts";

const boardId = "018f0000-0000-7000-8000-000000000001";

type Planted = { type?: string; envelope?: unknown; attempts?: number; handled?: boolean; parked?: string };

async function plant(pool: Pool, { type = "task.moved", attempts = 0, handled, parked, ...rest }: Planted = {}) {
  const id = randomUUID();
  const envelope = "envelope" in rest ? rest.envelope : { id, boardId };
  await pool.query(
    `INSERT INTO event_inbox (id, type, version, envelope, received_at, attempts, handled_at, parked_at, park_reason)
     VALUES ($1, $2, 1, $3, now() - interval '90 seconds', $4, CASE WHEN $5 THEN now() END,
             CASE WHEN $6::text IS NOT NULL THEN now() END, $6)`,
    [id, type, JSON.stringify(envelope), attempts, handled ?? false, parked ?? null],
  );
  return id;
}

apiDbTest("a side at rest has nothing to say", async ({ apiDatabase: { pool } }) => {
  const none = { waiting: 0, oldestSeconds: 0 };
  expect(await readBridgeStatus(pool, apiEnd)).toEqual({
    outbox: none,
    inbox: { ...none, failing: 0, parked: 0, boardsWaiting: 0 },
    parked: [],
    failures: [],
    lastErrors: [],
  });
});

workerDbTest("what waits, fails and was set aside is counted and told", async ({ workerDatabase: { pool } }) => {
  await plant(pool, { handled: true });
  await plant(pool);
  const failing = await plant(pool, { attempts: 2 });
  const parked = await plant(pool, { parked: "failed 6 times: Error: no such task", attempts: 6 });
  await pool.query(
    "INSERT INTO event_handler_failure (event_id, handler, error) VALUES ($1, 'project-task', 'Error: away')",
    [failing],
  );
  await pool.query("INSERT INTO board_cursor (board_id, seq, waiting_since) VALUES ($1, 4, now())", [boardId]);
  await pool.query(
    `INSERT INTO event_outbox (id, type, version, envelope, created_at, published_at)
     VALUES ($1, 'hints.proposed', 1, '{}', now() - interval '1 hour', NULL),
            ($2, 'hints.proposed', 1, '{}', now() - interval '2 hours', now())`,
    [randomUUID(), randomUUID()],
  );
  const status = await readBridgeStatus(pool, workerEnd, [{ component: "relay", message: "away" }]);
  expect(status).toMatchObject({
    outbox: { waiting: 1 },
    inbox: { waiting: 2, failing: 1, parked: 1, boardsWaiting: 1 },
    parked: [{ eventId: parked, type: "task.moved", boardId, attempts: 6, redrives: 0 }],
    failures: [{ eventId: failing, type: "task.moved", handler: "project-task", error: "Error: away" }],
    lastErrors: [{ component: "relay", message: "away" }],
  });
  expect(status.outbox.oldestSeconds).toBeGreaterThanOrEqual(3_600);
  expect(status.outbox.oldestSeconds).toBeLessThan(3_700);
  expect(status.inbox.oldestSeconds).toBeGreaterThanOrEqual(90);
  expect(() => bridgeStatusSchema.parse(status)).not.toThrow();
});

apiDbTest("of many, the latest fifty are listed and all are counted", async ({ apiDatabase: { pool } }) => {
  const ids: string[] = [];
  for (let n = 0; n < 60; n++) ids.push(await plant(pool, { parked: `reason ${n}` }));
  for (const id of ids)
    await pool.query("INSERT INTO event_handler_failure (event_id, handler, error) VALUES ($1, 'x', 'y')", [id]);
  const { inbox, parked, failures } = await readBridgeStatus(pool, apiEnd);
  expect(inbox.parked).toBe(60);
  expect(parked.map(({ eventId }) => eventId)).toEqual(ids.toReversed().slice(0, 50));
  expect(failures.map(({ eventId }) => eventId)).toEqual(ids.toReversed().slice(0, 50));
});

apiDbTest("an event that is no envelope at all can be shown", async ({ apiDatabase: { pool } }) => {
  for (const envelope of [null, [], "text", { boardId: { $gt: "" } }, { boardId: "<script>".repeat(100) }])
    await plant(pool, { envelope, type: "x".repeat(5_000), parked: "envelope: not an object" });
  const { parked } = await readBridgeStatus(pool, apiEnd);
  expect(parked).toHaveLength(5);
  for (const { type, boardId: shown } of parked) {
    expect(type).toHaveLength(100);
    expect(shown?.length ?? 0).toBeLessThanOrEqual(36);
  }
});

workerDbTest("an event put back has all its tries again, and is parked no more", async ({ workerDatabase }) => {
  const { pool } = workerDatabase;
  const id = await plant(pool, { parked: "failed 6 times", attempts: 6 });
  const client = await pool.connect();
  expect(await redriveEvent(client, id)).toBe(true);
  expect(await redriveEvent(client, id)).toBe(false);
  const { rows } = await client.query(
    "SELECT attempts, redrives, parked_at, park_reason FROM event_inbox WHERE id = $1",
    [id],
  );
  client.release();
  expect(rows).toEqual([{ attempts: 0, redrives: 1, parked_at: null, park_reason: null }]);
  expect((await readBridgeStatus(pool, workerEnd)).inbox).toMatchObject({ waiting: 1, failing: 0, parked: 0 });
});

workerDbTest("an event left for good is neither shown nor put back", async ({ workerDatabase: { pool } }) => {
  const id = await plant(pool, { parked: "not what its schema says" });
  const open = await plant(pool);
  const client = await pool.connect();
  expect(await discardEvent(client, id)).toBe(true);
  expect(await discardEvent(client, id)).toBe(false);
  expect(await redriveEvent(client, id)).toBe(false);
  // One that was never parked is nobody's to leave.
  expect(await discardEvent(client, open)).toBe(false);
  client.release();
  const status = await readBridgeStatus(pool, workerEnd);
  expect([status.inbox.parked, status.inbox.waiting, status.parked.length]).toEqual([0, 1, 0]);
});

apiDbTest("of several loops, those whose last step failed are told", async () => {
  const loops = { relay: { lastError: () => "away" }, inbox: { lastError: () => null }, dispatcher: null };
  expect(standingErrors(loops)).toEqual([{ component: "relay", message: "away" }]);
});
