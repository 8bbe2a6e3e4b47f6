import { apiDbTest } from "@kanban/testing/database-tests";
import { waitFor } from "@kanban/testing/wait-for";
import { startWire, type Wire } from "@kanban/testing/wire";
import type { Pool } from "pg";
import { expect } from "vitest";
import { createPool } from "./create-pool.ts";
import { inTransaction } from "./in-transaction.ts";

const statementTimeoutMs = 200;

const test = apiDbTest.extend<{ wire: Wire; pool: Pool }>({
  wire: async ({ apiDatabase }, use) => {
    const wire = await startWire(apiDatabase.url);
    await use(wire);
    await wire.stop();
  },
  pool: async ({ wire }, use) => {
    const pool = createPool(wire.url, { name: "test", max: 3, statementTimeoutMs, onError: () => {} });
    await use(pool);
    await pool.end();
  },
});

/** Opens every connection the pool may have. */
async function fill(pool: Pool): Promise<void> {
  const clients = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
  for (const client of clients) await client.query("SELECT 1");
  for (const client of clients) client.release();
}

test("a query whose answer is swallowed fails, and takes the pool's idle connections along", async ({ pool, wire }) => {
  await fill(pool);
  expect(pool.totalCount).toBe(3);
  wire.swallow();
  await expect(pool.query("SELECT 1")).rejects.toMatchObject({ code: "ETIMEDOUT" });
  await waitFor(() => pool.totalCount === 0, { what: "the pool to forget its dead connections" });
  wire.heal();
  await expect(pool.query("SELECT 1 AS one")).resolves.toMatchObject({ rows: [{ one: 1 }] });
});

test("a transaction cut off in the middle gives its connection up instead of back", async ({ pool, wire }) => {
  const startedAt = performance.now();
  const work = inTransaction(pool, async (tx) => {
    await tx.query("SELECT 1");
    wire.swallow();
    await tx.query("SELECT 2");
  });
  await expect(work).rejects.toMatchObject({ code: "ETIMEDOUT" });
  expect(performance.now() - startedAt).toBeLessThan(4_000);
  expect(pool.totalCount).toBe(0);
});

test("a statement may take its time, and a connection its rest", async ({ apiDatabase, pool }) => {
  await expect(pool.query("SELECT pg_sleep(5)")).rejects.toMatchObject({ code: "57014" });
  await pool.query("SELECT 1");
  const [before] = (await pool.query("SELECT pg_backend_pid() AS pid")).rows as { pid: number }[];
  // By the server's clock, on another connection: beyond the moment at which a guard still armed would have cut.
  await apiDatabase.pool.query("SELECT pg_sleep($1)", [(statementTimeoutMs + 2_000) / 1_000]);
  expect((await pool.query("SELECT pg_backend_pid() AS pid")).rows).toEqual([before]);
});

test("without the guard, the dead connection would be given to the next", async ({ wire }) => {
  const { default: pg } = await import("pg");
  const bare = new pg.Pool({ connectionString: wire.url, max: 1, query_timeout: statementTimeoutMs });
  bare.on("error", () => {});
  const client = await bare.connect();
  await client.query("SELECT 1");
  wire.swallow();
  await expect(client.query("SELECT 1")).rejects.toThrow("Query read timeout");
  client.release();
  wire.heal();
  await expect(bare.query("SELECT 1")).rejects.toThrow("Query read timeout");
  await wire.stop();
  await bare.end();
});

test("a connection whose server has said goodbye is not lent again", async ({ pool }) => {
  for (let round = 0; round < 20; round++) {
    const client = await pool.connect();
    await expect(client.query("SELECT pg_terminate_backend(pg_backend_pid())")).rejects.toMatchObject({
      code: "57P01",
    });
    // Given back in good faith, as Prisma does after a COMMIT that failed.
    client.release();
    expect(pool.idleCount).toBe(0);
  }
});
