import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { PROJECT_ROOT, SIDE_FILES, type DatabaseSide } from "./database-side.ts";

type AppliedMigration = {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  rolled_back_at: Date | null;
};

/**
 * Compares the migration folders with the record in the database, in milliseconds where the Prisma CLI takes seconds.
 * @returns the names still to apply; "anything odd" (failed, edited or unknown migrations) counts as pending, so that
 * the CLI, which explains such things, gets to see it.
 */
export async function findPendingMigrations(side: DatabaseSide, databaseUrl: string): Promise<string[]> {
  const applied = await readApplied(databaseUrl);
  const folder = path.join(PROJECT_ROOT, SIDE_FILES[side].migrations);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const unapplied = names.filter((name) => {
    const checksum = createHash("sha256")
      .update(readFileSync(path.join(folder, name, "migration.sql")))
      .digest("hex");
    return !applied.some(
      (row) =>
        row.migration_name === name &&
        row.checksum === checksum &&
        row.finished_at !== null &&
        row.rolled_back_at === null,
    );
  });
  const unknown = applied
    .filter((row) => row.rolled_back_at === null && !existsSync(path.join(folder, row.migration_name)))
    .map((row) => row.migration_name);
  return [...unapplied, ...unknown].sort();
}

async function readApplied(databaseUrl: string): Promise<AppliedMigration[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows: found } = await client.query<{ exists: boolean }>(
      `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS exists`,
    );
    if (!found[0]?.exists) return [];
    const { rows } = await client.query<AppliedMigration>(
      "SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations",
    );
    return rows;
  } finally {
    await client.end();
  }
}
