import { randomUUID } from "node:crypto";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import type { Client } from "pg";
import { expect, test } from "vitest";
import { freeze, seal, unseal } from "./freeze.ts";
import { openOldSource } from "./old-source.ts";
import { type OldDatabase, openOldTables } from "./testing/old-database.ts";

const signUp = (client: Client) =>
  client.query(
    `INSERT INTO "User" (id, email, "updatedAt") VALUES (gen_random_uuid(), gen_random_uuid()::text, now())`,
  );

const countUsers = async (client: Client) =>
  (await client.query<{ users: number }>(`SELECT count(*)::int AS users FROM "User"`)).rows[0]!.users;

/** Until a connection other than ours waits for a lock. */
const untilSomebodyWaits = (client: Client, application: string) =>
  waitFor(
    async () =>
      (
        await client.query(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND application_name = $1",
          [application],
        )
      ).rowCount,
    { what: `${application} to wait` },
  );

const at = (url: string) => ({ url, copy: null });

async function frozen(old: OldDatabase, url = old.url) {
  const source = await openOldSource(url);
  try {
    return await freeze(source);
  } finally {
    await source.client.end();
  }
}

test("a writer's transaction is waited for; then readers go on and writers wait until the end", async () => {
  await using old = await openOldTables();
  await old.work(async (looker) => {
    const freezing = await old.work(async (writer) => {
      await writer.query("BEGIN");
      await signUp(writer);
      const begun = frozen(old);
      await untilSomebodyWaits(looker, "kanban-migrate");
      await writer.query("COMMIT");
      return begun;
    });
    expect(await countUsers(looker)).toBe(1);
    await old.work(async (writer) => {
      await writer.query("SET application_name = 'the old application'");
      const writing = signUp(writer);
      await untilSomebodyWaits(looker, "the old application");
      expect(await countUsers(looker)).toBe(1);
      expect(await freezing.end()).toBeGreaterThan(0);
      await writing;
    });
    expect(await countUsers(looker)).toBe(2);
  });
});

test("a sealed database has no writers left, refuses new ones, and takes them again unsealed", async () => {
  await using old = await openOldTables();
  await old.work(async (writer) => {
    expect(await seal(at(old.url))).toBe(true);
    await expect(signUp(writer)).rejects.toThrow();
  });
  await expect(old.work(signUp)).rejects.toThrow("read-only transaction");
  expect(await old.work(countUsers)).toBe(0);
  // The next attempt of a move that failed after its seal looks at it again.
  await (await frozen(old)).end();
  await unseal(at(old.url));
  await unseal(at(old.url));
  await old.work(signUp);
  expect(await old.work(countUsers)).toBe(1);
});

test("a role that may only read needs to be alone, and cannot seal", async () => {
  await using old = await openOldTables();
  const [role, writer] = ["reader", "writer"].map((name) => `${name}_${randomUUID().replaceAll("-", "")}`);
  await old.work((client) =>
    client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role};
      CREATE ROLE ${writer} LOGIN PASSWORD 'secret'`),
  );
  const as = (username: string) => Object.assign(new URL(old.url), { username, password: "secret" }).href;
  try {
    await withClient(as(writer!), async () => {
      await expect(frozen(old, as(role!))).rejects.toThrow("stop the old application");
    });
    // Its connection is told to end, and takes a moment.
    const alone = await waitFor(() => frozen(old, as(role!)), { what: "the writer to have gone" });
    await alone.end();
    expect(await seal(at(as(role!)))).toBe(false);
    await unseal(at(as(role!)));
    await old.work(signUp);
  } finally {
    await old.work((client) => client.query(`DROP OWNED BY ${role}, ${writer}; DROP ROLE ${role}, ${writer}`));
  }
});

test("a move that lost hold of the tables hears of it; one that only took long did not lose it", async () => {
  await using old = await openOldTables();
  const ofHolder = "datname = current_database() AND state = 'idle in transaction'";
  await old.work((client) =>
    client.query(
      `ALTER DATABASE ${client.escapeIdentifier(old.name)} SET idle_in_transaction_session_timeout = '20ms'`,
    ),
  );
  const freezing = await frozen(old);
  await old.work((looker) =>
    waitFor(
      async () =>
        (
          await looker.query(
            `SELECT FROM pg_stat_activity WHERE ${ofHolder} AND clock_timestamp() - state_change > interval '100 ms'`,
          )
        ).rowCount,
      { what: "the limit to be over" },
    ),
  );
  await freezing.requireHeld();
  await old.work((client) =>
    client.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE ${ofHolder}`),
  );
  await expect(freezing.requireHeld()).rejects.toThrow("was lost");
  await freezing.end();
});
