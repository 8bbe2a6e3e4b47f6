import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { grantPublisher } from "@kanban/local-postgres/grant-publisher";
import type { Side } from "@kanban/local-postgres/roles";
import { withClient } from "./open-client.ts";

const PRISMA_FOLDER = fileURLToPath(new URL("../../../prisma", import.meta.url));

/**
 * Brings an empty database to today's schema with the very SQL that `migrate deploy` runs, in its order, as the
 * owner, and then grants the publisher its one right. Prisma's CLI would take seconds for the same.
 */
export async function migrateTemplate(side: Side, ownerUrl: string): Promise<void> {
  const scripts = readMigrations(side);
  if (scripts.length === 0) throw new Error(`prisma/${side}-migrations holds no migration.`);
  await withClient(ownerUrl, async (client) => {
    for (const { name, sql } of scripts) {
      try {
        await client.query(sql);
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
