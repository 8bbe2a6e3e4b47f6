import { randomUUID } from "node:crypto";
import { bothDbTest } from "@kanban/testing/database-tests";
import type { TestDatabase } from "@kanban/testing/clone-database";
import { expect } from "vitest";
import { doctor } from "./doctor.ts";

type Databases = { apiDatabase: TestDatabase; workerDatabase: TestDatabase };

const envOf = ({ apiDatabase, workerDatabase }: Databases) => ({
  API_DATABASE_URL: apiDatabase.url,
  WORKER_DATABASE_URL: workerDatabase.url,
});

/** Runs the doctor as a terminal does. */
async function ask(databases: Databases, ...args: string[]) {
  const printed: string[] = [];
  const code = await doctor(args, envOf(databases), (text) => printed.push(text));
  return { code, text: printed.join("\n") };
}

/** The queue's tables, as far as the doctor looks at them; the worker makes the real ones when it first starts. */
const queueTables = `CREATE SCHEMA pgboss;
  CREATE TYPE pgboss.job_state AS ENUM ('created', 'retry', 'active', 'completed', 'cancelled', 'failed');
  CREATE TABLE pgboss.job (id uuid, name text, state pgboss.job_state DEFAULT 'created',
    start_after timestamptz DEFAULT now(), created_on timestamptz DEFAULT now(), data jsonb, source_name text,
    source_id uuid, source_output jsonb)`;

async function park({ pool }: TestDatabase, reason = "not what its schema says"): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO event_inbox (id, type, version, envelope, parked_at, park_reason) VALUES ($1, 'x.y', 1, '{}', now(), $2)`,
    [id, reason],
  );
  return id;
}

const test = bothDbTest.extend<{ databases: Databases }>({
  databases: async ({ apiDatabase, workerDatabase }, use) => {
    await workerDatabase.pool.query(queueTables);
    await use({ apiDatabase, workerDatabase });
  },
});

test("an installation at rest is well", async ({ databases }) => {
  const { code, text } = await ask(databases);
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining("All is well") });
  for (const line of ["api database", "api schema", "worker schema", "queue run-agents"]) expect(text).toContain(line);
  expect(text).not.toMatch(/attention|failed/);
});

test("what was set aside wants attention, with its reason and the command that helps", async ({ databases }) => {
  const id = await park(databases.apiDatabase, "failed 6 times:\n\u001b[31mError: away");
  await databases.workerDatabase.pool.query(
    `INSERT INTO pgboss.job (id, name, source_name, source_id, source_output)
     VALUES ($1, 'dead-letters', 'run-agents', $1, '{"error": "Error: no agent"}')`,
    [randomUUID()],
  );
  const { code, text } = await ask(databases);
  expect(code).toBe(1);
  expect(text).toContain(`${id}  x.y  failed 6 times: [31mError: away`);
  expect(text).not.toContain("\u001b");
  expect(text).toContain("pnpm run doctor redrive api <id> --reason");
  expect(text).toContain("run-agents  Error: no agent");
});

test("a backlog wants attention when its oldest event is old", async ({ databases }) => {
  const insert = (seconds: number) =>
    databases.apiDatabase.pool.query(
      `INSERT INTO event_inbox (id, type, version, envelope, received_at)
       VALUES ($1, 'x.y', 1, '{}', now() - $2 * interval '1 second')`,
      [randomUUID(), seconds],
    );
  await insert(5);
  expect((await ask(databases)).code).toBe(0);
  await insert(600);
  const { code, text } = await ask(databases);
  expect(code).toBe(1);
  expect(text).toMatch(/attention +api inbox +2 waiting, the oldest for 10 min/);
});

test("a database that is away, and one without its schema, have failed; the other side is still told of", async ({
  databases,
}) => {
  const env = { ...envOf(databases), API_DATABASE_URL: "postgresql://kanban:secret-word@127.0.0.1:1/kanban_api" };
  const printed: string[] = [];
  expect(await doctor([], env, (text) => printed.push(text))).toBe(2);
  const text = printed.join("\n");
  expect(text).toMatch(/failed +api database +connect ECONNREFUSED/);
  expect(text).toMatch(/ok +worker outbox/);
  expect(text).not.toContain("secret-word");

  await databases.workerDatabase.pool.query("DELETE FROM _prisma_migrations WHERE migration_name ~ 'bridge'");
  const lacking = await ask(databases);
  expect(lacking.code).toBe(2);
  expect(lacking.text).toMatch(/failed +worker schema +lacks \d+_event_bridge/);
});

test("a database newer than the program wants attention and no more", async ({ databases }) => {
  await databases.apiDatabase.pool.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
     VALUES ('later', '', '20990101000000_of_tomorrow', now())`,
  );
  expect(await ask(databases)).toMatchObject({ code: 1, text: expect.stringContaining("newer than this program") });
});

test("as JSON it is whole and for scripts", async ({ databases }) => {
  const id = await park(databases.workerDatabase);
  const { code, text } = await ask(databases, "--json");
  expect(code).toBe(1);
  expect(JSON.parse(text)).toMatchObject({
    verdict: "attention",
    api: { bridge: { inbox: { parked: 0 } } },
    worker: { bridge: { parked: [{ eventId: id }] }, jobs: { deadLetterCount: 0 } },
  });
});

test("a decision is written with its reason, as the instance's", async ({ databases }) => {
  const { apiDatabase } = databases;
  const id = await park(apiDatabase);
  expect(await ask(databases, "redrive", "api", id, "--reason", "mended it")).toMatchObject({ code: 0 });
  const { rows } = await apiDatabase.pool.query("SELECT parked_at, redrives FROM event_inbox WHERE id = $1", [id]);
  expect(rows).toEqual([{ parked_at: null, redrives: 1 }]);
  expect((await ask(databases, "redrive", "api", id, "--reason", "once more")).code).toBe(1);
  for (const words of [["discard", "job", id], ["retry", id], ["rebuild"], ["discard", "worker", id], ["begin-epoch"]])
    expect({ words, ...(await ask(databases, ...words, "--reason", "mended it")) }).toMatchObject({ code: 0 });
  const told = await apiDatabase.pool.query<{ action: string; reason: string; actor: unknown }>(
    `SELECT payload -> 'operation' ->> 'action' AS action, payload ->> 'reason' AS reason, actor
     FROM event_log WHERE type = 'operation.decided' ORDER BY position`,
  );
  expect(told.rows.map(({ action }) => action)).toEqual([
    ...["redrive-event", "discard-job", "retry-job", "rebuild-projections", "discard-event", "begin-epoch"],
  ]);
  for (const { reason, actor } of told.rows) expect({ reason, actor }).toEqual({ reason: "mended it", actor: null });
});

test("what is no command, or has no reason, does nothing and says how it goes", async ({ databases }) => {
  const id = await park(databases.apiDatabase);
  const wrong = [
    ["heal"],
    ["redrive", "api", id],
    ["redrive", "api", id, "--reason", "x"],
    ["redrive", "web", id, "--reason", "because"],
    ["redrive", id, "--reason", "because"],
    ["retry", "1 OR 1=1", "--reason", "because"],
    ["rebuild", "everything", "--reason", "because"],
    ["--force"],
  ];
  for (const words of wrong) {
    const { code, text } = await ask(databases, ...words);
    expect({ words, code }).toEqual({ words, code: 2 });
    expect(text).toContain("Usage: pnpm run doctor");
  }
  const { rows } = await databases.apiDatabase.pool.query("SELECT FROM event_log");
  expect(rows).toEqual([]);
  expect((await ask(databases, "--help")).code).toBe(0);
});

test("half an installation is refused", async ({ databases: { apiDatabase } }) => {
  const printed: string[] = [];
  expect(await doctor([], { API_DATABASE_URL: apiDatabase.url }, (text) => printed.push(text))).toBe(2);
  expect(printed.join()).toContain("WORKER_DATABASE_URL is not set");
});
