// The Prisma CLI with our schema engine, against a real PostgreSQL: what `prisma:*` and `pnpm start` stand on.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SIDES } from "@kanban/local-postgres/roles";
import { withClient } from "@kanban/testing/open-client";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { PROJECT_ROOT } from "./database-side.ts";
import { deploy } from "./deploy.ts";
import { findPendingMigrations } from "./pending-migrations.ts";
import { runPrisma } from "./prisma-cli.ts";
import { rollBackFailed } from "./roll-back-failed.ts";

// Each test starts the CLI several times; on a busy machine one start takes ten seconds.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
let database: string;
let url: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "kanban-prisma-"));
  cpSync(path.join(PROJECT_ROOT, "prisma/worker-migrations"), path.join(folder, "migrations"), { recursive: true });
  cpSync(path.join(PROJECT_ROOT, "prisma/worker-schema.prisma"), path.join(folder, "schema.prisma"));
  writeFileSync(
    path.join(folder, "prisma.config.mjs"),
    `export default { schema: 'schema.prisma', migrations: { path: 'migrations' }, datasource: { url: process.env.WORKER_DATABASE_URL } };`,
  );
  database = `prisma_cli_${process.pid}_${Date.now()}`;
  url = Object.assign(new URL(inject("postgres").workerDatabaseUrl), { pathname: `/${database}` }).href;
  await asAdmin(`CREATE DATABASE "${database}" OWNER "${SIDES.worker.owner}"`);
});
afterEach(async () => {
  await asAdmin(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
});

const asAdmin = (sql: string) => withClient(inject("postgres").adminUrl, (client) => client.query(sql));
const prisma = (...args: string[]) =>
  runPrisma([...args, "--config", path.join(folder, "prisma.config.mjs")], {
    env: { WORKER_DATABASE_URL: url },
    capture: true,
  });
const tables = async () =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    return rows.map(({ name }) => name);
  });
const drift = () =>
  prisma(
    "migrate",
    "diff",
    "--exit-code",
    "--from-migrations",
    path.join(folder, "migrations"),
    "--to-schema",
    path.join(folder, "schema.prisma"),
  );

test("deploying twice applies once, and the fast check agrees with Prisma's record", async () => {
  const pending = await findPendingMigrations("worker", url);
  expect(pending.length).toBeGreaterThan(0);
  expect(await deploy("worker", url, {})).toEqual(pending);
  expect(await findPendingMigrations("worker", url)).toEqual([]);
  expect(await deploy("worker", url, {})).toEqual([]);
  expect(await prisma("migrate", "status")).toMatchObject({ exitCode: 0 });
});

test("a migration with functions, semicolons in comments and an error in its last line leaves nothing behind", async () => {
  const [name] = await findPendingMigrations("worker", url);
  appendFileSync(path.join(folder, "migrations", name ?? "", "migration.sql"), "\n-- a; comment\nSELECT 1/0;\n");
  const { exitCode, output } = await prisma("migrate", "deploy");
  expect(exitCode).not.toBe(0);
  expect(output).toContain("division by zero");
  expect(await tables()).toEqual(["_prisma_migrations"]);

  // Repaired, it is tried again without anybody having to say that it left nothing behind.
  cpSync(path.join(PROJECT_ROOT, "prisma/worker-migrations"), path.join(folder, "migrations"), { recursive: true });
  await rollBackFailed(url);
  expect(await prisma("migrate", "deploy")).toMatchObject({ exitCode: 0 });
  expect(await tables()).toContain("event_outbox");
});

test("a schema that has moved on from its migrations is drift, and the difference is shown", async () => {
  expect(await drift()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("No difference detected") });
  const schema = path.join(folder, "schema.prisma");
  writeFileSync(schema, readFileSync(schema, "utf8").replace(/^  parkReason.*/m, "$&\n  planted Int?"));
  const { exitCode, output } = await drift();
  expect(exitCode).toBe(2);
  expect(output).toContain("planted");
  // The scratch database of the comparison is gone, and the real one untouched.
  expect(await tables()).toEqual([]);
  const { rows } = await asAdmin(`SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'`);
  expect(rows).toEqual([]);
});

test("a server that is not there is reported with Prisma's own code", async () => {
  url = "postgresql://nobody:secret@127.0.0.1:1/nothing";
  const { exitCode, output } = await prisma("migrate", "deploy");
  expect(exitCode).not.toBe(0);
  expect(output).toContain("P1001");
  expect(output).not.toContain("secret");
});

test("a database that does not exist yet is created when the role may", async () => {
  await asAdmin(`DROP DATABASE "${database}"`);
  url = Object.assign(new URL(inject("postgres").adminUrl), { pathname: `/${database}` }).href;
  expect(await prisma("migrate", "deploy")).toMatchObject({ exitCode: 0 });
  expect(await tables()).toContain("event_outbox");
});
