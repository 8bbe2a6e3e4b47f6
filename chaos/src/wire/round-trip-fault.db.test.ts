import { inTransaction } from "@kanban/messaging/in-transaction";
import type { Pool } from "pg";
import { expect } from "vitest";
import { roundTripFailures } from "./round-trip-fault.ts";
import { wireTest as test } from "./testing/wire-test.ts";

const applicationName = "victim";
/** BEGIN, one INSERT, COMMIT. */
const roundTrips = 3;

const writeNote = (pool: Pool, id: number) =>
  inTransaction(pool, (tx) => tx.query("INSERT INTO note (id) VALUES ($1)", [id]));

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

const wasWritten = async (pool: Pool, id: number) =>
  (await pool.query("SELECT 1 FROM note WHERE id = $1", [id])).rowCount === 1;

test("each round trip of a transaction fails in each way until there is none left to fail", async ({
  apiDatabase,
  pool,
  wire,
}) => {
  let id = 0;
  for (const kind of roundTripFailures) {
    for (let n = 1; ; n++) {
      const armed = wire.failRoundTrip({ applicationName, n, kind });
      const code = await codeOf(writeNote(pool, ++id));
      const isUnknown = kind === "after" && n === roundTrips;
      const what = `${kind} in round trip ${n}`;
      expect(await wasWritten(apiDatabase.pool, id), what).toBe(code === "done" || isUnknown);
      if (code === "done") {
        expect(armed.matched(), what).toBe(roundTrips);
        expect(n, what).toBe(roundTrips + 1);
        armed.disarm();
        break;
      }
      await armed.hit;
      if (kind !== "08006" && kind !== "after") expect(code, what).toBe(kind);
      else expect(code, what).toMatch(/ECONNRESET|Connection terminated/);
    }
  }
});

test("a shutdown takes the connection with it", async ({ pool, wire }) => {
  await pool.query("SELECT 1");
  wire.failRoundTrip({ applicationName, n: 1, kind: "57P01" });
  const failed = inTransaction(pool, async () => {});
  await expect(failed).rejects.toMatchObject({ code: "57P01", severity: "FATAL" });
  expect(pool.totalCount).toBe(0);
});

test("a full server refuses the connection", async ({ pool, wire }) => {
  const armed = wire.failRoundTrip({ applicationName, n: 0, kind: "53300" });
  await expect(pool.query("SELECT 1")).rejects.toMatchObject({ code: "53300" });
  await armed.hit;
  await expect(pool.query("SELECT 1")).resolves.toMatchObject({ rowCount: 1 });
});
