import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { DATABASE_SIDES, PROJECT_ROOT, type DatabaseSide } from "../prisma/database-side.ts";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { copyFilesOut, listFiles } from "./copy-files.ts";
import { copyOut } from "./copy-table.ts";
import { listTables } from "./list-tables.ts";
import { type Manifest, type SideManifest, writeManifest } from "./manifest.ts";

/**
 * Backs both databases and the attachments up into a new folder, while they are worked on; answers the folder. Each database is read from
 * one snapshot; both are taken within a moment, and what happened in that moment is told again after a restore, as
 * after any. The folder gets its name when it is whole: one that ends in `.partial` is none.
 */
export async function backUp(
  urls: Record<DatabaseSide, string>,
  into: string,
  {
    now = new Date(),
    onTable = () => {},
    storage = null,
  }: {
    now?: Date;
    onTable?: (side: DatabaseSide, name: string, rows: number) => void;
    /** Where the attachments are; `null` leaves them out. */
    storage?: FileStorage | null;
  } = {},
): Promise<string> {
  const folder = path.join(into, now.toISOString().replaceAll(/[:.]/g, "-"));
  if (existsSync(folder)) throw new Error(`${folder} is there already.`);
  const partial = `${folder}.partial`;
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  const clients: pg.Client[] = [];
  try {
    const open = async (side: DatabaseSide) => {
      const client = new pg.Client({ connectionString: urls[side], application_name: "kanban-backup" });
      client.on("error", () => {});
      clients.push(client);
      await client.connect();
      return client;
    };
    const [api, worker] = await Promise.all([open("api"), open("worker")]);
    const opened = { api, worker };
    const takenAt = await Promise.all(DATABASE_SIDES.map((side) => takeSnapshot(opened[side])));
    const sides = {} as Record<DatabaseSide, SideManifest>;
    for (const [index, side] of DATABASE_SIDES.entries()) {
      mkdirSync(path.join(partial, side), { mode: 0o700 });
      sides[side] = await readSide(opened[side], takenAt[index]!, {
        fileOf: (name) => path.join(side, `${name}.copy.gz`),
        folder: partial,
        onTable: (name, rows) => onTable(side, name, rows),
      });
    }
    const names = storage ? await listFiles(api) : [];
    // Files never change, and are kept for weeks when nobody names them any more: no snapshot is needed for them.
    await api.query("COMMIT");
    const files = storage ? await copyFilesOut(storage, names, partial) : { held: [], missing: [] };
    const manifest: Manifest = { format: 1, productVersion: readProductVersion(), sides, files };
    writeManifest(partial, manifest);
    renameSync(partial, folder);
    return folder;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => {})));
  }
}

/** The first query of such a transaction fixes what it sees. */
async function takeSnapshot(client: pg.Client): Promise<string> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const { rows } = await client.query<{ now: Date }>("SELECT clock_timestamp() AS now");
  return rows[0]!.now.toISOString();
}

async function readSide(
  client: pg.Client,
  takenAt: string,
  options: { folder: string; fileOf(name: string): string; onTable(name: string, rows: number): void },
): Promise<SideManifest> {
  const tables: SideManifest["tables"] = [];
  for (const table of await listTables(client)) {
    const { schema, name, columns } = table;
    const file = options.fileOf(schema === "public" ? name : `${schema}.${name}`);
    const copied = await copyOut(client, table, path.join(options.folder, file));
    options.onTable(name, copied.rows);
    tables.push({ schema, name, columns, ...copied, file });
  }
  const migrations = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  // Never behind the snapshot's rows: sequences know no snapshots and only grow.
  const sequences = await client.query<{ name: string; lastValue: string | null }>(
    `SELECT sequencename AS name, last_value::text AS "lastValue" FROM pg_sequences WHERE schemaname = 'public'`,
  );
  const { rows: queue } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('pgboss.version') IS NOT NULL AS exists",
  );
  const version = queue[0]?.exists
    ? (await client.query<{ version: number }>("SELECT version FROM pgboss.version")).rows[0]
    : undefined;
  return {
    takenAt,
    migrations: migrations.rows.map(({ name }) => name),
    queueVersion: version?.version ?? null,
    tables,
    sequences: sequences.rows.map(({ name, lastValue }) => ({
      name,
      lastValue: lastValue ?? "1",
      isCalled: lastValue !== null,
    })),
  };
}

function readProductVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(PROJECT_ROOT, "package.json"), "utf8")) as { version: string };
  return version;
}
