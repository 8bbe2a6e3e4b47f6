import { inTransaction } from "@kanban/messaging/in-transaction";
import { waitFor } from "@kanban/testing/wait-for";
import pg, { type Pool } from "pg";
import { expect } from "vitest";
import { wireTest as test } from "./testing/wire-test.ts";

const victim = { applicationName: "victim" } as const;
const commitOfNote = { ...victim, statement: /^COMMIT$/, inTransactionAfter: /^INSERT INTO note/ };

const writeNote = (pool: Pool, id: number) =>
  inTransaction(pool, async (tx) => {
    await tx.query("SELECT 1");
    await tx.query("INSERT INTO note (id) VALUES ($1)", [id]);
  });

const notes = async (pool: Pool): Promise<number[]> =>
  (await pool.query<{ id: number }>("SELECT id FROM note ORDER BY id")).rows.map(({ id }) => id);

/** The server has let go of every connection of the victim. */
const gone = (pool: Pool) =>
  waitFor(async () => {
    const { rows } = await pool.query("SELECT 1 FROM pg_stat_activity WHERE application_name = 'victim'");
    return rows.length === 0;
  });

test("cut before COMMIT is sent: nothing was written", async ({ apiDatabase, pool, wire }) => {
  const armed = wire.arm({ ...commitOfNote, moment: "before-send", effect: "cut" });
  await pool.query("BEGIN; COMMIT");
  await inTransaction(pool, (tx) => tx.query("SELECT 'another transaction'"));
  await expect(writeNote(pool, 1)).rejects.toThrow();
  await expect(armed.hit).resolves.toEqual({ applicationName: "victim", statements: ["COMMIT"] });
  await gone(apiDatabase.pool);
  expect(await notes(apiDatabase.pool)).toEqual([]);
  await writeNote(pool, 2);
  expect(await notes(apiDatabase.pool)).toEqual([2]);
});

test("cut after COMMIT was done: it was written, and the client does not know", async ({ apiDatabase, pool, wire }) => {
  const armed = wire.arm({ ...commitOfNote, moment: "after-send", effect: "cut" });
  await expect(writeNote(pool, 1)).rejects.toThrow();
  await armed.hit;
  expect(await notes(apiDatabase.pool)).toEqual([1]);
});

test("a call finds the server where the failpoint says it is, and the rest goes on after it", async ({
  apiDatabase,
  pool,
  wire,
}) => {
  const found: number[][] = [];
  const look = async () => void found.push(await notes(apiDatabase.pool));
  const before = wire.arm({ ...commitOfNote, moment: "before-send", effect: "pass", call: look });
  const after = wire.arm({ ...commitOfNote, moment: "after-send", effect: "pass", call: look });
  let answered = false;
  const write = writeNote(pool, 1).then(() => (answered = true));
  await after.hit;
  await before.hit;
  await write;
  expect(found).toEqual([[], [1]]);
  expect(answered).toBe(true);
});

test("cut for the client only: the server keeps the transaction and its lock", async ({ apiDatabase, pool, wire }) => {
  wire.arm({ ...commitOfNote, moment: "before-send", effect: "cut-client-only" });
  await expect(writeNote(pool, 1)).rejects.toThrow();
  const waiting = apiDatabase.pool.connect();
  const client = await waiting;
  await client.query("SET lock_timeout = 100");
  await expect(client.query("INSERT INTO note VALUES (1)")).rejects.toMatchObject({ code: "55P03" });
  client.release();
  wire.cut();
  await gone(apiDatabase.pool);
  expect(await notes(apiDatabase.pool)).toEqual([]);
});

test("swallowed before or after: nobody answers, and only the server knows", async ({ apiDatabase, pool, wire }) => {
  for (const [moment, id] of [
    ["before-send", 1],
    ["after-send", 2],
  ] as const) {
    wire.arm({ ...commitOfNote, moment, effect: "swallow" });
    await expect(writeNote(pool, id)).rejects.toMatchObject({ code: "ETIMEDOUT" });
  }
  await gone(apiDatabase.pool);
  expect(await notes(apiDatabase.pool)).toEqual([2]);
});

test("an error inside a transaction aborts it in the server, too", async ({ apiDatabase, pool, wire }) => {
  wire.arm({ ...victim, statement: /^SELECT 2/, moment: "before-send", effect: { error: "53100" } });
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("INSERT INTO note VALUES (1)");
  await expect(client.query("SELECT 2, $1::int", [1])).rejects.toMatchObject({ code: "53100", severity: "ERROR" });
  await expect(client.query("INSERT INTO note VALUES (2)")).rejects.toMatchObject({ code: "25P02" });
  await client.query("COMMIT");
  await expect(client.query("SELECT 2 AS two")).resolves.toMatchObject({ rows: [{ two: 2 }] });
  client.release();
  expect(await notes(apiDatabase.pool)).toEqual([]);
});

test("a COMMIT that fails ends its transaction, as it does in PostgreSQL", async ({ apiDatabase, pool, wire }) => {
  wire.arm({ ...commitOfNote, moment: "before-send", effect: { error: "40001" } });
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("INSERT INTO note VALUES (1)");
  await expect(client.query("COMMIT")).rejects.toMatchObject({ code: "40001" });
  await client.query("INSERT INTO note VALUES (2)");
  client.release();
  expect(await notes(apiDatabase.pool)).toEqual([2]);
});

test("a statement that was made to fail while it was prepared under a name can be prepared again", async ({
  pool,
  wire,
}) => {
  const named = { name: "named", text: "SELECT $1::int AS n", values: [1] };
  const armed = wire.arm({ ...victim, statement: /AS n$/, moment: "before-send", effect: { error: "40P01" }, nth: 1 });
  const client = await pool.connect();
  await expect(client.query(named)).rejects.toMatchObject({ code: "40P01" });
  await expect(client.query(named)).resolves.toMatchObject({ rows: [{ n: 1 }] });
  // Its text is not sent again, and known all the same.
  wire.arm({ ...victim, statement: /AS n$/, moment: "before-send", effect: { error: "40001" } });
  await expect(client.query(named)).rejects.toMatchObject({ code: "40001" });
  await expect(client.query(named)).resolves.toMatchObject({ rows: [{ n: 1 }] });
  client.release();
  expect(armed.matched()).toBe(1);
});

test("requests sent without waiting are answered in order around one that fails and one that is held", async ({
  apiDatabase,
  wire,
}) => {
  const look = async () => void (await notes(apiDatabase.pool));
  wire.arm({ ...victim, statement: /^SELECT 2/, moment: "before-send", effect: { error: "40001" } });
  wire.arm({ ...victim, statement: /^SELECT 3/, moment: "after-send", effect: "pass", call: look });
  wire.arm({ ...victim, statement: /^SELECT 4/, moment: "before-send", effect: "pass", call: look });
  const options = { connectionString: wire.url(apiDatabase.url), application_name: "victim", pipeline: true };
  const client = new pg.Client(options);
  await client.connect();
  await apiDatabase.pool.query("CREATE TABLE note (id int PRIMARY KEY)");
  const order: number[] = [];
  const answers = await Promise.allSettled(
    [1, 2, 3, 4, 5].map((n) => client.query(`SELECT ${n}, $1::int`, [n]).finally(() => order.push(n))),
  );
  expect(order).toEqual([1, 2, 3, 4, 5]);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled"]);
  await client.end();
});

test("armed for always it happens from the n-th match on, until it is disarmed", async ({ pool, wire }) => {
  const armed = wire.arm({
    ...victim,
    statement: /^SELECT 1$/,
    moment: "before-send",
    effect: { error: "40001" },
    nth: 2,
    always: true,
  });
  const codes: unknown[] = [];
  for (let round = 0; round < 4; round++) {
    if (round === 3) armed.disarm();
    codes.push(
      await pool.query("SELECT 1").then(
        () => "fine",
        (error: { code: string }) => error.code,
      ),
    );
  }
  expect(codes).toEqual(["fine", "40001", "40001", "fine"]);
});
