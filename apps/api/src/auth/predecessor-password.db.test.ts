import { expect } from "vitest";
import { waitFor } from "@kanban/testing/wait-for";
import { type Person, serverTest, type TestServer } from "../testing/server-test.ts";
import { predecessorHash } from "../testing/predecessor-hash.ts";
import { hashPassword, isOwnHash } from "./password.ts";

const signIn = async (server: TestServer, email: string, password: string) =>
  (await server.post("/api/auth/sign-in/email", { email, password })).status;

/** An account as it is taken over: its hash is the predecessor's. */
async function takenOver(server: TestServer, hash: string): Promise<Person> {
  const person = await server.signUp();
  await server.database.pool.query("UPDATE account SET password = $1 WHERE user_id = $2", [hash, person.userId]);
  return person;
}

/** The stored hash, and the row's version, which every write changes. */
async function storedHash(server: TestServer, { userId }: Person): Promise<{ hash: string; version: string }> {
  const { rows } = await server.database.pool.query<{ hash: string; version: string }>(
    "SELECT password AS hash, xmin::text AS version FROM account WHERE user_id = $1",
    [userId],
  );
  return rows[0]!;
}

serverTest("an old password signs in, however short, and its hash is ours from then on", async ({ server }) => {
  const other = await takenOver(server, predecessorHash("Eve's own"));
  const ada = await takenOver(server, predecessorHash("short"));
  const others = await storedHash(server, other);
  expect(await signIn(server, ada.email, "short")).toBe(200);
  const after = await storedHash(server, ada);
  expect(isOwnHash(after.hash)).toBe(true);
  expect(await signIn(server, ada.email, "short")).toBe(200);
  expect(await storedHash(server, ada)).toEqual(after);
  expect(await storedHash(server, other)).toEqual(others);
  expect(server.logged.join()).not.toContain("$argon2");
});

serverTest("a hash of what was typed becomes one of its normal form", async ({ server }) => {
  const ada = await takenOver(server, predecessorHash("of\ufb01ce hours"));
  expect(await signIn(server, ada.email, "office hours")).toBe(401);
  expect(await signIn(server, ada.email, "of\ufb01ce hours")).toBe(200);
  expect(await signIn(server, ada.email, "office hours")).toBe(200);
});

serverTest("a wrong password leaves the predecessor's hash as it is", async ({ server }) => {
  const ada = await takenOver(server, predecessorHash("the old password"));
  const before = await storedHash(server, ada);
  expect(await signIn(server, ada.email, "not the password")).toBe(401);
  expect(await storedHash(server, ada)).toEqual(before);
});

serverTest("signing in with a hash of ours writes no hash", async ({ server }) => {
  const ada = await server.signUp();
  const before = await storedHash(server, ada);
  expect(await signIn(server, ada.email, ada.password)).toBe(200);
  expect(await storedHash(server, ada)).toEqual(before);
});

serverTest("a hash that cannot be read is a wrong password", async ({ server }) => {
  const ada = await takenOver(server, predecessorHash("the old password").replace("m=65536", "m=4194304"));
  expect(await signIn(server, ada.email, "the old password")).toBe(401);
});

serverTest("a password changed while the old one signs in stays", async ({ server }) => {
  const ada = await takenOver(server, predecessorHash("the old password"));
  const { pool } = server.database;
  const changed = await hashPassword("the new password");
  const change = await pool.connect();
  try {
    await change.query("BEGIN");
    await change.query("UPDATE account SET password = $1 WHERE user_id = $2", [changed, ada.userId]);
    const signedIn = signIn(server, ada.email, "the old password");
    const waiting = `SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE 'UPDATE%account%'`;
    await waitFor(async () => (await pool.query(waiting)).rowCount, { what: "the new hash to wait for the change" });
    await change.query("COMMIT");
    expect(await signedIn).toBe(200);
  } finally {
    change.release();
  }
  expect((await storedHash(server, ada)).hash).toBe(changed);
  expect(await signIn(server, ada.email, "the old password")).toBe(401);
  expect(await signIn(server, ada.email, "the new password")).toBe(200);
});

serverTest("that the hash cannot be replaced keeps nobody out, and is logged without it", async ({ server }) => {
  const ada = await takenOver(server, predecessorHash("the old password"));
  const before = await storedHash(server, ada);
  await server.database.pool.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$;
    CREATE TRIGGER refuse BEFORE UPDATE OF password ON account FOR EACH ROW EXECUTE FUNCTION refuse()`);
  expect(await signIn(server, ada.email, "the old password")).toBe(200);
  expect(await storedHash(server, ada)).toEqual(before);
  const lines = server.logged.filter((line) => line.includes("could not be replaced"));
  expect(lines).toEqual([expect.stringContaining("planted")]);
  expect(server.logged.join()).not.toContain("$argon2");
});

serverTest("an address taken over in lower case signs in whatever case is typed", async ({ server }) => {
  const ada = await takenOver(server, predecessorHash("the old password"));
  await server.database.pool.query(`UPDATE "user" SET email = 'ada.lovelace@example.com' WHERE id = $1`, [ada.userId]);
  expect(await signIn(server, "ADA.Lovelace@Example.COM", "the old password")).toBe(200);
});
