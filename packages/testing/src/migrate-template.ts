import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { grantPublisher } from "@kanban/local-postgres/grant-publisher";
import { migrationsRecord } from "@kanban/local-postgres/migrations-record";
import type { Side } from "@kanban/local-postgres/roles";
import { withClient } from "./open-client.ts";

const PRISMA_FOLDER = fileURLToPath(new URL("../../../prisma", import.meta.url));

/**
 * Brings an empty database to today's schema with the very SQL that `migrate deploy` runs, in its order, as the
 * owner, and then grants the publisher its one right. Prisma's CLI would take seconds for the same. The record is kept
 * as well: processes look there for the schema they were built with.
 */
export async function migrateTemplate(side: Side, ownerUrl: string): Promise<void> {
  const scripts = readMigrations(side);
  if (scripts.length === 0) throw new Error(`prisma/${side}-migrations holds no migration.`);
  await withClient(ownerUrl, async (client) => {
    await client.query(migrationsRecord);
    for (const { name, sql } of scripts) {
      try {
        await client.query(sql);
        await client.query(
          `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
           VALUES (gen_random_uuid(), encode(sha256(convert_to($2, 'UTF8')), 'hex'), $1, now(), 1)`,
          [name, sql],
        );
      } catch (error) {
        throw new Error(`Migration ${name} of the ${side} database failed.`, { cause: error });
      }
    }
  });
  await grantPublisher(side, ownerUrl);
}

function readMigrations(side: Side): { name: string; sql: string }[] {
  const folder = path.join(PRISMA_FOLDER, `${side}-migrations`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(folder, name, "migration.sql"), "utf8") }));
}
