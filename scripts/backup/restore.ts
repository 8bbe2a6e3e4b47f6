import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { grantPublisher } from "@kanban/local-postgres/grant-publisher";
import { migrationsRecord } from "@kanban/local-postgres/migrations-record";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { DATABASE_SIDES, PROJECT_ROOT, SIDE_FILES, type DatabaseSide } from "../prisma/database-side.ts";
import { deploy } from "../prisma/deploy.ts";
import { copyIn, copyOut, hashFile } from "./copy-table.ts";
import { listTables } from "./list-tables.ts";
import { withDatabase } from "./with-database.ts";
import { readManifest, type SideManifest, type TableManifest } from "./manifest.ts";

/** Refused before anything was changed: its message says what to do. */
export class RestoreRefused extends Error {
  override name = "RestoreRefused";
}

export type RestoreOptions = {
  /** Which databases; both when left out. With one of them the sides are at different moments, which they find out. */
  sides?: readonly DatabaseSide[];
  /** What is there now may be lost. */
  replace?: boolean;
  onStep?: (text: string) => void;
};

/**
 * Puts a backup in the place of the databases, and compares every table with it. Each database changes in one
 * transaction: after any failure it is as it was before. Backups of older versions are brought to this one's schema.
 * The restored side begins a new epoch by itself; clients and the other side take up from there.
 * @throws RestoreRefused when it cannot begin
 */
export async function restore(
  urls: Record<DatabaseSide, string>,
  folder: string,
  { sides = DATABASE_SIDES, replace = false, onStep = () => {} }: RestoreOptions = {},
): Promise<void> {
  const manifest = readManifest(folder);
  for (const side of sides) {
    checkMigrations(side, manifest.sides[side]);
    for (const { file, sha256 } of manifest.sides[side].tables) {
      const found = await hashFile(path.join(folder, file)).catch((error: Error) => error.message);
      if (found !== sha256) throw new RestoreRefused(`${file} is not what was backed up (${found}).`);
    }
  }
  onStep("every file is what was backed up");
  for (const side of sides) await checkDatabase(side, urls[side], replace);
  for (const side of sides) {
    await replaceDatabase(side, urls[side], folder, manifest.sides[side]);
    await deploy(side, urls[side]);
    onStep(`${side}: ${manifest.sides[side].tables.length} tables restored and compared`);
  }
  if (sides.includes("worker")) await restoreQueue(urls.worker, folder, manifest.sides.worker, onStep);
}

function checkMigrations(side: DatabaseSide, { migrations }: SideManifest): void {
  const known = readdirSync(path.join(PROJECT_ROOT, SIDE_FILES[side].migrations));
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new RestoreRefused(
      `The backup is of a newer version: it has ${unknown.join(", ")}. Install that version first.`,
    );
}

async function checkDatabase(side: DatabaseSide, url: string, replace: boolean): Promise<void> {
  await withDatabase(url, async (client) => {
    const { rows: users } = await client.query<{ name: string }>(
      `SELECT DISTINCT application_name AS name FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'kanban-%' AND application_name <> 'kanban-restore' AND pid <> pg_backend_pid()`,
    );
    if (users.length > 0)
      throw new RestoreRefused(
        `The ${side} database is in use (${users.map(({ name }) => name).join(", ")}). Stop api and worker first.`,
      );
    const { rows } = await client.query<{ isThere: boolean }>(
      "SELECT to_regclass('public.instance') IS NOT NULL AS \"isThere\"",
    );
    const events = side === "api" ? "event_log" : "event_inbox";
    const isUsed = rows[0]!.isThere && ((await client.query(`SELECT FROM ${events} LIMIT 1`)).rowCount ?? 0) > 0;
    if (isUsed && !replace)
      throw new RestoreRefused(
        `The ${side} database is not empty. With --replace what it holds now is lost; back it up first.`,
      );
  });
}

async function replaceDatabase(side: DatabaseSide, url: string, folder: string, manifest: SideManifest): Promise<void> {
  const tables = manifest.tables.filter(({ schema }) => schema === "public");
  await withDatabase(url, async (client) => {
    await client.query("BEGIN");
    await client.query("DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    await client.query(migrationsRecord);
    for (const name of manifest.migrations)
      await client.query(
        readFileSync(path.join(PROJECT_ROOT, SIDE_FILES[side].migrations, name, "migration.sql"), "utf8"),
      );
    // Migrations may bring rows of their own; the backup has them, too.
    await client.query(`TRUNCATE ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(", ")}`);
    for (const table of tables) await copyIn(client, table, path.join(folder, table.file));
    for (const { name, lastValue, isCalled } of manifest.sequences)
      await client.query("SELECT setval($1::regclass, $2, $3)", [pg.escapeIdentifier(name), lastValue, isCalled]);
    await compare(client, tables);
    await client.query("COMMIT");
  });
  await grantPublisher(side, url);
}

/** The job engine makes its own tables; their rows fit only tables of the version they came from. */
async function restoreQueue(
  url: string,
  folder: string,
  { tables, queueVersion }: SideManifest,
  onStep: (text: string) => void,
): Promise<void> {
  const rows = tables.filter(({ schema }) => schema === "pgboss");
  if (rows.length === 0) return;
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 1 });
  boss.on("error", () => {});
  await boss.start();
  const version = await boss.schemaVersion();
  await boss.stop({ graceful: false });
  if (version !== queueVersion) {
    onStep(
      `worker: the job engine's tables are of version ${version}, the backup's of ${queueVersion}: jobs are made anew from the boards; letters that had not left are not sent`,
    );
    return;
  }
  await withDatabase(url, async (client) => {
    await client.query("BEGIN");
    for (const table of rows) await copyIn(client, table, path.join(folder, table.file));
    await compare(client, rows);
    await client.query("COMMIT");
  });
  onStep("worker: jobs restored and compared");
}

async function compare(client: pg.Client, expected: readonly TableManifest[]): Promise<void> {
  const now = await listTables(client);
  for (const { schema, name, columns, rows, sha256 } of expected) {
    const table = now.find((one) => one.schema === schema && one.name === name);
    const found = table && (await copyOut(client, { ...table, columns }, null));
    if (found?.sha256 !== sha256 || found.rows !== rows)
      throw new Error(`${name} did not come back as it was backed up: ${found?.rows ?? "no"} rows of ${rows}`);
  }
}
