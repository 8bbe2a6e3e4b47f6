import { randomUUID } from "node:crypto";
import { bothDbTest } from "@kanban/testing/database-tests";
import { withClient } from "@kanban/testing/open-client";
import type { Pool } from "pg";
import { expect } from "vitest";
import { envelopeSchema } from "@kanban/events/envelope";
import { createPool } from "./create-pool.ts";
import { apiEnd } from "./bridge-end.ts";
import { eventLog, eventOutbox } from "./outbox-table.ts";
import { countBridge } from "./bridge-counts.ts";
import { OtherSideError, relayOnce } from "./relay.ts";

type Step = () => Promise<number>;

const test = bothDbTest.extend<{ source: Pool; target: Pool }>({
  source: async ({ apiDatabase }, use) => {
    const pool = createPool(apiDatabase.url, { name: "test", max: 12, onError: () => {} });
    await use(pool);
    await pool.end();
  },
  target: async ({ workerDatabase }, use) => {
    const pool = createPool(workerDatabase.publisherUrl, { name: "test", max: 2, onError: () => {} });
    await use(pool);
    await pool.end();
  },
});

/** The broken relay everyone writes first: positions are handed out before commit, so it passes over open ones. */
function cursorRelay(source: Pool, target: Pool): Step {
  let last = "0";
  return async () => {
    const { rows } = await source.query<{ position: string; id: string }>(
      "SELECT position, id FROM event_log WHERE position > $1 ORDER BY position LIMIT 500",
      [last],
    );
    for (const row of rows) {
      await target.query(
        "INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, 'x', 1, '{}') ON CONFLICT DO NOTHING",
        [row.id],
      );
      last = row.position;
    }
    return rows.length;
  };
}

/** Eight writers commit after random delays while `step` relays; answers the ids written. */
async function writeWhileRelaying(source: Pool, step: Step, eventsPerWriter = 60): Promise<string[]> {
  let writing = true;
  const relaying = (async () => {
    while (writing) {
      await step();
      await new Promise(setImmediate);
    }
    while ((await step()) > 0);
  })();
  const written = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const boardId = randomUUID();
      const ids: string[] = [];
      for (let seq = 1; seq <= eventsPerWriter; seq++) {
        const tx = await source.connect();
        await tx.query("BEGIN");
        ids.push(await appendEvent(tx, { boardId, seq }));
        await tx.query("SELECT pg_sleep(random() * 0.008)");
        await tx.query("COMMIT");
        tx.release();
      }
      return ids;
    }),
  );
  writing = false;
  await relaying;
  return written.flat();
}

async function appendEvent(
  db: Pick<Pool, "query">,
  { boardId = randomUUID(), seq = 1, payload = {} }: { boardId?: string; seq?: number; payload?: object } = {},
): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO event_log (id, board_id, board_seq, aggregate_type, aggregate_id, type, version, payload, actor,
       mutation_id, correlation_id, occurred_at)
     VALUES ($1, $2, $3, 'task', $1, 'task.created', 1, $4, $5, $1, $1, '2026-03-02T09:00:00.120Z')`,
    [
      id,
      boardId,
      seq,
      JSON.stringify(payload),
      JSON.stringify({ userId: id, means: "hand", timeZone: "Europe/Prague" }),
    ],
  );
  return id;
}

async function received(workerDatabase: { pool: Pool }): Promise<string[]> {
  const { rows } = await workerDatabase.pool.query<{ id: string }>("SELECT id FROM event_inbox ORDER BY position");
  return rows.map((row) => row.id);
}

test("relays every event once under eight concurrent writers", async ({ source, target, workerDatabase }) => {
  const written = await writeWhileRelaying(source, () => relayOnce({ source, target, outbox: eventLog }));
  expect((await received(workerDatabase)).sort()).toEqual(written.sort());
  expect((await countBridge(source, apiEnd)).outbox).toEqual({ waiting: 0, oldestSeconds: 0 });
});

test("the same harness catches a relay that resumes from the last position seen", async ({
  source,
  target,
  workerDatabase,
}) => {
  const written = await writeWhileRelaying(source, cursorRelay(source, target));
  const arrived = new Set(await received(workerDatabase));
  expect(written.filter((id) => !arrived.has(id)).length).toBeGreaterThan(0);
});

test("two relays at once elect one, and nothing arrives twice or out of order", async ({
  source,
  target,
  workerDatabase,
}) => {
  const ids: string[] = [];
  for (let seq = 1; seq <= 300; seq++)
    ids.push(await appendEvent(source, { boardId: "018f0000-0000-7000-8000-000000000001", seq }));
  const relay = async () => {
    let moved = 0;
    while ((await countBridge(source, apiEnd)).outbox.waiting > 0)
      moved += await relayOnce({ source, target, outbox: eventLog, batch: 20 });
    return moved;
  };
  const moved = await Promise.all([relay(), relay(), relay()]);
  expect(moved.reduce((sum, count) => sum + count, 0)).toBe(300);
  expect(await received(workerDatabase)).toEqual(ids);
});

test("a database of the other side that is away is told from a fault of this one", async ({ source }) => {
  await appendEvent(source);
  const away = createPool("postgresql://nobody@127.0.0.1:1/nothing", { name: "test", max: 1, onError: () => {} });
  await expect(relayOnce({ source, target: away, outbox: eventLog })).rejects.toThrow(OtherSideError);
  await expect(
    relayOnce({ source: failingOn(source, /FROM event_log/), target: away, outbox: eventLog }),
  ).rejects.toThrow("crashed");
  await away.end();
});

test("a crash between the insert and the mark repeats the batch and duplicates nothing", async ({
  source,
  target,
  workerDatabase,
}) => {
  for (let n = 0; n < 5; n++) await appendEvent(source);
  const ids = await source.query<{ id: string }>("SELECT id FROM event_log ORDER BY position");
  await expect(relayOnce({ source: failingOn(source, /UPDATE event_log/), target, outbox: eventLog })).rejects.toThrow(
    "crashed",
  );
  expect(await received(workerDatabase)).toHaveLength(5);
  expect((await countBridge(source, apiEnd)).outbox).toMatchObject({ waiting: 5 });

  await appendEvent(source);
  expect(await relayOnce({ source, target, outbox: eventLog })).toBe(6);
  expect((await received(workerDatabase)).slice(0, 5)).toEqual(ids.rows.map((row) => row.id));
  expect(await received(workerDatabase)).toHaveLength(6);
});

test("what arrives is an envelope the registry reads, with the instant as JavaScript writes it", async ({
  source,
  target,
  workerDatabase,
}) => {
  const id = await appendEvent(source, { seq: 7, payload: { text: 'příšerně žluťoučký \\ " 🐎' } });
  await relayOnce({ source, target, outbox: eventLog });
  const { rows } = await workerDatabase.pool.query<{ type: string; envelope: unknown }>(
    "SELECT type, envelope FROM event_inbox",
  );
  expect(rows[0]?.type).toBe("task.created");
  expect(envelopeSchema.parse(rows[0]?.envelope)).toMatchObject({
    id,
    boardSeq: 7,
    causationId: null,
    depth: 0,
    occurredAt: "2026-03-02T09:00:00.120Z",
    payload: { text: 'příšerně žluťoučký \\ " 🐎' },
  });
});

test("large events are relayed in several batches, in order", async ({ source, target, workerDatabase }) => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) ids.push(await appendEvent(source, { payload: { notes: "x".repeat(1_500_000) } }));
  expect(await relayOnce({ source, target, outbox: eventLog })).toBeLessThan(5);
  while ((await relayOnce({ source, target, outbox: eventLog })) > 0);
  expect(await received(workerDatabase)).toEqual(ids);
});

test("the worker's outbox reaches the API's event inbox through its publisher", async ({
  apiDatabase,
  workerDatabase,
}) => {
  const id = randomUUID();
  await workerDatabase.pool.query(
    "INSERT INTO event_outbox (id, type, version, envelope) VALUES ($1, 'hints.proposed', 1, $2)",
    [id, JSON.stringify({ id, hello: "there" })],
  );
  const target = createPool(apiDatabase.publisherUrl, { name: "test", max: 1, onError: () => {} });
  expect(await relayOnce({ source: workerDatabase.pool, target, outbox: eventOutbox })).toBe(1);
  await target.end();
  const { rows } = await apiDatabase.pool.query("SELECT id, type, version, envelope FROM event_inbox");
  const { rows: own } = await workerDatabase.pool.query<{ epoch: string }>("SELECT epoch FROM instance");
  expect(rows).toEqual([
    { id, type: "hints.proposed", version: 1, envelope: { id, hello: "there", previous: null, ...own[0] } },
  ]);
});

test("an unreachable target leaves the events where they are", async ({ source, target, workerDatabase }) => {
  await appendEvent(source);
  await withClient(workerDatabase.adminUrl, (client) =>
    client.query("REVOKE INSERT ON event_inbox FROM api_to_worker"),
  );
  await expect(relayOnce({ source, target, outbox: eventLog })).rejects.toMatchObject({ cause: { code: "42501" } });
  await withClient(workerDatabase.adminUrl, (client) => client.query("GRANT INSERT ON event_inbox TO api_to_worker"));
  expect(await relayOnce({ source, target, outbox: eventLog })).toBe(1);
});

/** The pool, except that statements matching `pattern` fail as if the process had died before them. */
function failingOn(pool: Pool, pattern: RegExp): Pool {
  const guard =
    (query: (...args: never[]) => unknown) =>
    (statement: string | { text: string }, ...rest: never[]) => {
      const text = typeof statement === "string" ? statement : statement.text;
      if (pattern.test(text)) return Promise.reject(new Error("crashed"));
      return query(...([statement, ...rest] as never[]));
    };
  return new Proxy(pool, {
    get: (target, key) => {
      if (key !== "connect") return Reflect.get(target, key) as unknown;
      return async () => {
        const client = await target.connect();
        return new Proxy(client, {
          get: (inner, name) => {
            const value: unknown = Reflect.get(inner, name);
            if (typeof value !== "function") return value;
            const bound = value.bind(inner) as (...args: never[]) => unknown;
            return name === "query" ? guard(bound) : bound;
          },
        });
      };
    },
  });
}
