import { randomUUID } from "node:crypto";
import { apiDbTest } from "@kanban/testing/database-tests";
import type { Pool } from "pg";
import { waitFor } from "@kanban/testing/wait-for";
import { expect } from "vitest";
import { consumeOneByOne, type ExecuteOutcome } from "./consume-one-by-one.ts";
import { PermanentError } from "./permanent-error.ts";

const homeBoard = "018f0000-0000-7000-8000-000000000001";
const workBoard = "018f0000-0000-7000-8000-000000000002";

async function deliver(pool: Pool, boardId = homeBoard): Promise<string> {
  const id = randomUUID();
  await pool.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, 'hints.proposed', 1, $2)", [
    id,
    JSON.stringify({ id, boardId }),
  ]);
  return id;
}

async function openEvents(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM event_inbox WHERE handled_at IS NULL AND parked_at IS NULL ORDER BY position",
  );
  return rows.map((row) => row.id);
}

const handled: ExecuteOutcome = { outcome: "handled" };

apiDbTest("executes in order and marks each when it is done", async ({ apiDatabase: { pool } }) => {
  const ids = [await deliver(pool), await deliver(pool)];
  const seen: string[] = [];
  await consumeOneByOne({ pool, execute: async ({ id }) => (seen.push(id), handled) });
  expect(seen).toEqual(ids);
  expect(await openEvents(pool)).toEqual([]);
});

apiDbTest("what is unfinished is executed once more, and only that", async ({ apiDatabase: { pool } }) => {
  const [long, other] = [await deliver(pool), await deliver(pool, workBoard)];
  const seen: string[] = [];
  const execute = async ({ id }: { id: string }): Promise<ExecuteOutcome> => {
    seen.push(id);
    return id === long && seen.filter((one) => one === long).length < 3 ? { outcome: "unfinished" } : handled;
  };
  while ((await consumeOneByOne({ pool, execute })) > 0);
  expect(seen).toEqual([long, other, long, long]);
  const { rows } = await pool.query<{ attempts: number }>("SELECT attempts FROM event_inbox ORDER BY position");
  expect(rows).toEqual([{ attempts: 0 }, { attempts: 0 }]);
});

apiDbTest("an execution whose mark was lost is executed again", async ({ apiDatabase: { pool } }) => {
  const id = await deliver(pool);
  const seen: string[] = [];
  await expect(
    consumeOneByOne({
      pool,
      execute: async (event) => {
        seen.push(event.id);
        // What holds the election dies right after the operation's own commit.
        await pool.query(
          `SELECT pg_terminate_backend(pid) FROM pg_locks
           WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        );
        return handled;
      },
    }),
  ).rejects.toThrow();
  // The ended connection keeps its lock a moment longer; until then nobody is elected.
  await waitFor(() => consumeOneByOne({ pool, execute: async (event) => (seen.push(event.id), handled) }));
  expect(seen).toEqual([id, id]);
  expect(await openEvents(pool)).toEqual([]);
});

apiDbTest(
  "a failing event holds back its board and is parked after the last attempt",
  async ({ apiDatabase: { pool } }) => {
    const poisoned = await deliver(pool);
    const later = await deliver(pool);
    const elsewhere = await deliver(pool, workBoard);
    const seen: string[] = [];
    const run = () =>
      consumeOneByOne({
        pool,
        retry: { maxAttempts: 2, firstDelayMs: 0 },
        execute: async ({ id }) => {
          if (id === poisoned) throw new Error("no luck");
          seen.push(id);
          return handled;
        },
      });
    await run();
    expect(seen).toEqual([elsewhere]);
    await run();
    expect(seen).toEqual([elsewhere, later]);
    const { rows } = await pool.query("SELECT park_reason FROM event_inbox WHERE parked_at IS NOT NULL");
    expect(rows).toEqual([{ park_reason: "failed 2 times: Error: no luck" }]);
  },
);

apiDbTest("refusals and bad payloads are parked, unknown types acknowledged", async ({ apiDatabase: { pool } }) => {
  const [refused, bad] = [await deliver(pool), await deliver(pool), await deliver(pool)];
  await consumeOneByOne({
    pool,
    execute: async ({ id }) => {
      if (id === refused) throw new PermanentError("TASK_NOT_FOUND");
      return id === bad ? { outcome: "bad", reason: "no task id" } : { outcome: "unknown" };
    },
  });
  const { rows } = await pool.query(
    "SELECT park_reason FROM event_inbox WHERE parked_at IS NOT NULL ORDER BY position",
  );
  expect(rows).toEqual([{ park_reason: "PermanentError: TASK_NOT_FOUND" }, { park_reason: "no task id" }]);
  expect(await openEvents(pool)).toEqual([]);
});

apiDbTest("only one consumer works at a time", async ({ apiDatabase: { pool } }) => {
  await deliver(pool);
  let second: number | undefined;
  await consumeOneByOne({
    pool,
    execute: async () => {
      second = await consumeOneByOne({ pool, execute: async () => handled });
      return handled;
    },
  });
  expect(second).toBe(0);
});

apiDbTest(
  "a consumer that falls silent in the middle is replaced, and settles nothing any more",
  async ({ apiDatabase: { pool } }) => {
    const id = await deliver(pool);
    const elected = Promise.withResolvers<void>();
    const frozen = Promise.withResolvers<void>();
    const first = consumeOneByOne({
      pool,
      silenceMs: 50,
      execute: async () => {
        elected.resolve();
        await frozen.promise;
        return { outcome: "bad", reason: "too late" };
      },
    });
    const outcome = first.then(
      () => "settled",
      () => "lost",
    );
    await elected.promise;
    const seen: string[] = [];
    const takeOver = () => consumeOneByOne({ pool, execute: async (event) => (seen.push(event.id), handled) });
    await waitFor(async () => (await takeOver()) === 1, { what: "another consumer to be elected" });
    frozen.resolve();
    expect(await outcome).toBe("lost");
    expect(seen).toEqual([id]);
    expect(await openEvents(pool)).toEqual([]);
    const { rows } = await pool.query("SELECT FROM event_inbox WHERE parked_at IS NOT NULL");
    expect(rows).toEqual([]);
  },
);
