import { randomUUID } from "node:crypto";
import { workerDbTest } from "@kanban/testing/database-tests";
import type { Pool, PoolClient } from "pg";
import { expect } from "vitest";
import { consumeInTransaction, type EventPlan } from "./consume-in-transaction.ts";
import type { InboxEvent } from "./inbox-table.ts";
import { PermanentError } from "./permanent-error.ts";

const homeBoard = "018f0000-0000-7000-8000-000000000001";
const workBoard = "018f0000-0000-7000-8000-000000000002";
/** Where the consumer asks for boards as they are; most tests here are about events that no board orders. */
const consume = (options: Omit<Parameters<typeof consumeInTransaction>[0], "askForBoards">) =>
  consumeInTransaction({ askForBoards: async () => {}, ...options });
const instantRetry = { maxAttempts: 3, firstDelayMs: 0 };

async function deliver(
  pool: Pool,
  {
    boardId = homeBoard,
    type = "task.moved",
    id = randomUUID(),
  }: { boardId?: string; type?: string; id?: string } = {},
): Promise<string> {
  await pool.query(
    "INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, 1, $3) ON CONFLICT DO NOTHING",
    [id, type, JSON.stringify({ id, boardId })],
  );
  return id;
}

/** Its effect: a row of its own, so that what was rolled back can be seen. */
async function note(tx: PoolClient, event: InboxEvent, by: string): Promise<void> {
  await tx.query("INSERT INTO event_handler_failure (event_id, handler, error) VALUES ($1, $2, 'effect')", [
    event.id,
    by,
  ]);
}

async function effects(pool: Pool, by = "record"): Promise<string[]> {
  const { rows } = await pool.query<{ event_id: string }>(
    "SELECT event_id FROM event_handler_failure WHERE handler = $1 AND error = 'effect' ORDER BY id",
    [by],
  );
  return rows.map((row) => row.event_id);
}

async function stateOf(pool: Pool, id: string) {
  const { rows } = await pool.query<{ handled: boolean; parked: boolean; reason: string | null; attempts: number }>(
    `SELECT handled_at IS NOT NULL AS handled, parked_at IS NOT NULL AS parked, park_reason AS reason, attempts
     FROM event_inbox WHERE id = $1`,
    [id],
  );
  return rows[0];
}

const recording = (event: InboxEvent): EventPlan => ({
  outcome: "handle",
  handlers: [{ name: "record", run: (tx) => note(tx, event, "record") }],
});

/** Records every event, but throws on one. */
const poisonedBy =
  (poisoned: string, error: Error) =>
  (event: InboxEvent): EventPlan => ({
    outcome: "handle",
    handlers: [
      {
        name: "break",
        run: async (tx) => {
          await note(tx, event, "break");
          if (event.id === poisoned) throw error;
        },
      },
      { name: "record", run: (tx) => note(tx, event, "record") },
    ],
  });

workerDbTest(
  "handles events in order, each once, however often it is delivered",
  async ({ workerDatabase: { pool } }) => {
    const ids = [await deliver(pool), await deliver(pool), await deliver(pool)];
    await deliver(pool, { id: ids[1]! });
    expect(await consume({ pool, plan: recording })).toBe(3);
    await deliver(pool, { id: ids[0]! });
    expect(await consume({ pool, plan: recording })).toBe(0);
    expect(await effects(pool)).toEqual(ids);
  },
);

workerDbTest("a handler that throws loses its own effect only", async ({ workerDatabase: { pool } }) => {
  const id = await deliver(pool);
  await consume({ pool, plan: poisonedBy(id, new Error("no luck")) });
  expect(await effects(pool, "break")).toEqual([]);
  expect(await effects(pool, "record")).toEqual([id]);
  expect(await stateOf(pool, id)).toEqual({ handled: false, parked: false, reason: null, attempts: 1 });
  const failures = await pool.query("SELECT handler, error FROM event_handler_failure WHERE error <> 'effect'");
  expect(failures.rows).toEqual([{ handler: "break", error: "Error: no luck" }]);
});

workerDbTest(
  "a failing event holds back its own board and no other, until it is parked",
  async ({ workerDatabase: { pool } }) => {
    const poisoned = await deliver(pool);
    const later = await deliver(pool);
    const elsewhere = await deliver(pool, { boardId: workBoard });
    const plan = poisonedBy(poisoned, new Error("no luck"));
    const retry = { maxAttempts: 3, firstDelayMs: 3_600_000 };
    await consume({ pool, plan, retry });
    expect(await stateOf(pool, elsewhere)).toMatchObject({ handled: true });
    expect(await stateOf(pool, later)).toMatchObject({ handled: false, attempts: 0 });
    // Not due for an hour: nothing is claimed, not even from behind the held board's full batch.
    const another = await deliver(pool, { boardId: workBoard });
    expect(await consume({ pool, plan, retry, batch: 1 })).toBe(1);
    expect(await stateOf(pool, another)).toMatchObject({ handled: true });
    expect(await consume({ pool, plan, retry })).toBe(0);

    const anHourLater = () => pool.query("UPDATE event_handler_failure SET failed_at = failed_at - interval '3 hours'");
    await anHourLater();
    await consume({ pool, plan, retry });
    await anHourLater();
    await consume({ pool, plan, retry });
    expect(await stateOf(pool, poisoned)).toMatchObject({
      parked: true,
      reason: "failed 3 times: break: Error: no luck",
      attempts: 3,
    });
    expect(await stateOf(pool, later)).toMatchObject({ handled: true, parked: false });
  },
);

workerDbTest(
  "an event that recovers is handled before the later ones of its board",
  async ({ workerDatabase: { pool } }) => {
    const first = await deliver(pool);
    const second = await deliver(pool);
    await consume({ pool, plan: poisonedBy(first, new Error("hiccup")), retry: instantRetry });
    expect(await stateOf(pool, second)).toMatchObject({ handled: false });
    await consume({ pool, plan: recording, retry: instantRetry });
    expect((await effects(pool)).slice(-2)).toEqual([first, second]);
  },
);

workerDbTest("a permanent error parks at once and lets the board go on", async ({ workerDatabase: { pool } }) => {
  const poisoned = await deliver(pool);
  const later = await deliver(pool);
  await consume({ pool, plan: poisonedBy(poisoned, new PermanentError("never")) });
  expect(await stateOf(pool, poisoned)).toEqual({
    handled: false,
    parked: true,
    reason: "break: PermanentError: never",
    attempts: 0,
  });
  expect(await stateOf(pool, later)).toMatchObject({ handled: true });
});

workerDbTest(
  "an unknown type is kept and acknowledged, a bad payload is parked with its reason",
  async ({ workerDatabase: { pool } }) => {
    const unknown = await deliver(pool, { type: "task.teleported" });
    const bad = await deliver(pool, { type: "task.bad" });
    await consume({
      pool,
      plan: (event) =>
        event.type === "task.bad" ? { outcome: "bad", reason: "title is a number" } : { outcome: "unknown" },
    });
    expect(await stateOf(pool, unknown)).toEqual({ handled: true, parked: false, reason: null, attempts: 0 });
    expect(await stateOf(pool, bad)).toEqual({
      handled: false,
      parked: true,
      reason: "title is a number",
      attempts: 0,
    });
  },
);

workerDbTest(
  "a handler that breaks the transaction with bad SQL does not take the batch with it",
  async ({ workerDatabase: { pool } }) => {
    const broken = await deliver(pool);
    const fine = await deliver(pool, { boardId: workBoard });
    await consume({
      pool,
      plan: (event) =>
        event.id === broken
          ? { outcome: "handle", handlers: [{ name: "break", run: async (tx) => void (await tx.query("SELECT 1/0")) }] }
          : recording(event),
    });
    expect(await stateOf(pool, broken)).toMatchObject({ handled: false, attempts: 1 });
    expect(await stateOf(pool, fine)).toMatchObject({ handled: true });
  },
);

workerDbTest(
  "a connection lost in the middle undoes the whole batch, and the next run does it anew",
  async ({ workerDatabase: { pool } }) => {
    const ids = [await deliver(pool), await deliver(pool)];
    await expect(
      consume({
        pool,
        plan: (event) => ({
          outcome: "handle",
          handlers: [
            {
              name: "record",
              run: async (tx) => {
                await note(tx, event, "record");
                if (event.id === ids[1]) await tx.query("SELECT pg_terminate_backend(pg_backend_pid())");
              },
            },
          ],
        }),
      }),
    ).rejects.toThrow();
    expect(await effects(pool)).toEqual([]);
    expect(await stateOf(pool, ids[1]!)).toMatchObject({ attempts: 0 });
    expect(await consume({ pool, plan: recording })).toBe(2);
    expect(await effects(pool)).toEqual(ids);
  },
);

workerDbTest("several consumers at once handle each event once", async ({ workerDatabase: { pool } }) => {
  const ids: string[] = [];
  for (let n = 0; n < 60; n++) ids.push(await deliver(pool, { boardId: n % 2 ? homeBoard : workBoard }));
  const drain = async () => {
    while ((await effects(pool)).length < 60) await consume({ pool, plan: recording, batch: 7 });
  };
  await Promise.all([drain(), drain(), drain()]);
  expect(await effects(pool)).toEqual(ids);
});
