// What PostgreSQL itself refuses. On a cluster of its own: rights on a database do not survive cloning.
import { rmSync } from "node:fs";
import { migrateTemplate } from "@kanban/testing/migrate-template";
import { withClient } from "@kanban/testing/open-client";
import { makeScratchFolder } from "@kanban/testing/scratch-folder";
import { SIDES, type Side } from "@kanban/local-postgres/roles";
import { startLocalPostgres, type LocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const PERMISSION_DENIED = "42501";

let folder: string;
let local: LocalPostgres;
beforeAll(async () => {
  folder = makeScratchFolder("kanban-privileges-");
  local = await startLocalPostgres({ dataDir: folder, fsync: false });
  await migrateTemplate("api", local.urls.apiDatabaseUrl);
  await migrateTemplate("worker", local.urls.workerDatabaseUrl);
});
afterAll(async () => {
  await local.stop();
  for (const each of new Set([folder, local.dataDir])) rmSync(each, { recursive: true, force: true });
});

const ownerUrl = (side: Side) => (side === "api" ? local.urls.apiDatabaseUrl : local.urls.workerDatabaseUrl);
const publisherUrl = (side: Side) => (side === "api" ? local.urls.workerToApiUrl : local.urls.apiToWorkerUrl);
const inDatabase = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
const run = (url: string, sql: string) => withClient(url, (client) => client.query(sql));
const other = (side: Side): Side => (side === "api" ? "worker" : "api");

const insertEvent = `INSERT INTO event_inbox (id, type, version, envelope) VALUES (uuidv7(), 'task.moved', 1, '{}') ON CONFLICT DO NOTHING`;

describe.each(["api", "worker"] as const)("the publisher into the %s database", (side) => {
  test("may put an event into the event inbox, which gives it a position", async () => {
    await run(publisherUrl(side), insertEvent);
    const { rows } = await run(ownerUrl(side), "SELECT max(position)::int AS position FROM event_inbox");
    expect((rows as { position: number }[])[0]?.position).toBeGreaterThan(0);
  });

  test.each([
    ["read events", "SELECT * FROM event_inbox"],
    ["even count events", "SELECT count(*) FROM event_inbox"],
    ["change events", `UPDATE event_inbox SET type = 'x'`],
    ["delete events", "DELETE FROM event_inbox"],
    ["empty the table", "TRUNCATE event_inbox"],
    ["get back what it wrote", `${insertEvent} RETURNING position`],
    ["ask by way of a conflict target", insertEvent.replace("ON CONFLICT", "ON CONFLICT (id)")],
    ["create a table", "CREATE TABLE foothold (x int)"],
    ["create a temporary table", "CREATE TEMPORARY TABLE foothold (x int)"],
    ["create a schema", "CREATE SCHEMA foothold"],
    ["read any other table", "SELECT * FROM event_handler_failure"],
  ])("may not %s", async (_, sql) => {
    await expect(run(publisherUrl(side), sql)).rejects.toMatchObject({ code: PERMISSION_DENIED });
  });

  test("may touch no other table in any way", async () => {
    const { rows } = await run(
      ownerUrl(side),
      `SELECT c.oid::regclass::text AS table, p.privilege
      FROM pg_class c CROSS JOIN unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) AS p(privilege)
      WHERE c.relkind IN ('r','v','m','p') AND c.relnamespace = 'public'::regnamespace
        AND has_table_privilege('${SIDES[side].publisher}', c.oid, p.privilege)`,
    );
    expect(rows).toEqual([{ table: "event_inbox", privilege: "INSERT" }]);
  });

  test.each(["postgres", "template1"])("may not connect to the database %s", async (database) => {
    await expect(run(inDatabase(publisherUrl(side), database), "SELECT 1")).rejects.toMatchObject({
      code: PERMISSION_DENIED,
    });
  });

  test("may not connect to the database of its own side", async () => {
    await expect(run(inDatabase(publisherUrl(side), SIDES[other(side)].database), "SELECT 1")).rejects.toMatchObject({
      code: PERMISSION_DENIED,
    });
  });

  test("may not act as the owner", async () => {
    await expect(run(publisherUrl(side), `SET ROLE ${SIDES[side].owner}`)).rejects.toMatchObject({
      code: PERMISSION_DENIED,
    });
  });
});

describe.each(["api", "worker"] as const)("the owner of the %s database", (side) => {
  test.each(["postgres", "template1"])("may not connect to the database %s", async (database) => {
    await expect(run(inDatabase(ownerUrl(side), database), "SELECT 1")).rejects.toMatchObject({
      code: PERMISSION_DENIED,
    });
  });

  test("may not connect to the other database", async () => {
    await expect(run(inDatabase(ownerUrl(side), SIDES[other(side)].database), "SELECT 1")).rejects.toMatchObject({
      code: PERMISSION_DENIED,
    });
  });

  test("may create the schema the job engine keeps for itself", async () => {
    await run(ownerUrl(side), "CREATE SCHEMA probe; DROP SCHEMA probe");
  });
});

test("nobody but the administrator is a superuser or may create roles", async () => {
  const { rows } = await run(
    local.urls.adminUrl,
    `SELECT rolname FROM pg_roles WHERE (rolsuper OR rolcreaterole OR rolreplication OR rolbypassrls) AND rolname !~ '^pg_'`,
  );
  expect(rows).toEqual([{ rolname: "postgres" }]);
});
