import { createHash } from "node:crypto";
import { createApiDb } from "@kanban/db-api/client";
import { createPool } from "@kanban/messaging/create-pool";
import { startListener } from "@kanban/messaging/listen";
import { waitFor } from "@kanban/testing/wait-for";
import pg, { type Pool } from "pg";
import { expect } from "vitest";
import { wireTest as test } from "./testing/wire-test.ts";

test("an idle wire changes nothing: rows of any size, errors, transactions", async ({ apiDatabase, wire }) => {
  const queries: [string, unknown[]][] = [
    ["SELECT 1 AS one; SELECT 'two' AS two", []],
    ["SELECT $1::text AS text", ["zwölf ✓".repeat(300_000)]],
    ["SELECT n, repeat('x', n) AS text FROM generate_series(1, $1::int) AS n", [1_000]],
    ["SELECT 1/$1::int", [0]],
    ["SELECT nothing FROM nowhere", []],
  ];
  /** Everything answered, as one short text: the rows would fill pages when they differ. */
  const ask = async (pool: Pool) => {
    const answers = await Promise.all(
      queries.map(([text, values]) =>
        pool.query(text, values.length > 0 ? values : undefined).then(
          (result) =>
            [result].flat().map(({ rows, command, rowCount }) => ({ rows: rows as unknown, command, rowCount })),
          (error: unknown) => ({ code: (error as { code: string }).code, message: String(error) }),
        ),
      ),
    );
    return answers.map((answer) => createHash("md5").update(JSON.stringify(answer)).digest("hex"));
  };
  const pool = createPool(wire.url(apiDatabase.url), { name: "whole", max: 4, onError: () => {} });
  const count = wire.countRoundTrips("whole");
  expect(await ask(pool)).toEqual(await ask(apiDatabase.pool));
  expect(count()).toBe(queries.length);
  await pool.end();
});

test("Prisma, its named statements and its transactions work through an idle wire", async ({ apiDatabase, wire }) => {
  const { db, close } = createApiDb(wire.url(apiDatabase.url));
  const count = wire.countRoundTrips("kanban-api");
  for (const name of ["Ada", "Bob"]) await db.user.create({ data: { name, email: `${name}@example.com` } });
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { email: "Ada@example.com" }, data: { name: "Ada L." } });
    await tx.user.delete({ where: { email: "Bob@example.com" } });
  });
  const undone = db.$transaction(async (tx) => {
    await tx.user.deleteMany();
    throw new Error("never mind");
  });
  await expect(undone).rejects.toThrow("never mind");
  await expect(db.user.create({ data: { name: "Ada", email: "Ada@example.com" } })).rejects.toMatchObject({
    code: "P2002",
  });
  expect(await db.user.findMany({ select: { name: true } })).toEqual([{ name: "Ada L." }]);
  expect(count()).toBeGreaterThan(8);
  await close();
});

test("a listener hears through an idle wire", async ({ apiDatabase, wire }) => {
  const heard: (string | null)[] = [];
  const listener = startListener({ url: wire.url(apiDatabase.url), name: "ear", onError: () => {} });
  listener.subscribe("news", (payload) => heard.push(payload));
  await waitFor(() => heard.length === 1);
  for (let n = 0; n < 50; n++) await apiDatabase.pool.query("SELECT pg_notify('news', $1)", [`news ${n}`]);
  await waitFor(() => heard.length === 51);
  expect(heard.slice(1)).toEqual(Array.from({ length: 50 }, (_, n) => `news ${n}`));
  await listener.stop();
});

test("a client that asks for encryption is told no, one that cancels is heard", async ({ apiDatabase, pool, wire }) => {
  const encrypting = new pg.Client({ connectionString: wire.url(apiDatabase.url), ssl: true });
  await expect(encrypting.connect()).rejects.toThrow("The server does not support SSL connections");
  const client = await pool.connect();
  const { processID, secretKey } = client as unknown as { processID: number; secretKey: number };
  const slow = client.query("SELECT pg_sleep(60)");
  const canceller = new pg.Client({ connectionString: wire.url(apiDatabase.url) });
  const { connection } = canceller as unknown as {
    connection: {
      connect(port: number, host: string): void;
      cancel(id: number, key: number): void;
    } & NodeJS.EventEmitter;
  };
  connection.on("connect", () => connection.cancel(processID, secretKey));
  connection.on("error", () => {});
  connection.connect(wire.port, "127.0.0.1");
  await expect(slow).rejects.toMatchObject({ code: "57014" });
  client.release();
});

test("a cut wire refuses, a swallowing one says nothing, a healed one serves", async ({ pool, wire }) => {
  await pool.query("SELECT 1");
  wire.cut();
  await expect(pool.query("SELECT 1")).rejects.toThrow();
  wire.heal();
  await pool.query("SELECT 1");
  wire.swallow();
  await expect(pool.query("SELECT 1")).rejects.toMatchObject({ code: "ETIMEDOUT" });
  wire.heal();
  await expect(pool.query("SELECT 1 AS one")).resolves.toMatchObject({ rows: [{ one: 1 }] });
});

test("latency makes each round trip longer, and keeps their order", async ({ pool, wire }) => {
  const client = await pool.connect();
  await client.query("SELECT 1");
  wire.setLatency(50);
  const startedAt = performance.now();
  await client.query("SELECT 1");
  await client.query("SELECT 2");
  expect(performance.now() - startedAt).toBeGreaterThan(95);
  wire.setLatency(0);
  await expect(client.query("SELECT 3 AS three")).resolves.toMatchObject({ rows: [{ three: 3 }] });
  client.release();
});
