// What each process believes to be its schema, against the folders and against what really stands in a database.
import { readdirSync } from "node:fs";
import { hasMigration } from "@kanban/messaging/schema-version";
import { bothDbTest } from "@kanban/testing/database-tests";
import { expect, test } from "vitest";
import { newestMigration as newestOfApi } from "@kanban/db-api/schema-version";
import { newestMigration as newestOfWorker } from "@kanban/db-worker/schema-version";

const newestIn = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .at(-1);

test("each process knows the newest migration of its side", () => {
  expect(newestOfApi).toBe(newestIn("api-migrations"));
  expect(newestOfWorker).toBe(newestIn("worker-migrations"));
});

bothDbTest(
  "a database has a migration when it is complete, whatever else it has",
  async ({ apiDatabase, workerDatabase }) => {
    expect(await hasMigration(apiDatabase.pool, newestOfApi)).toBe(true);
    expect(await hasMigration(workerDatabase.pool, newestOfWorker)).toBe(true);
    expect(await hasMigration(apiDatabase.pool, "20990101000000_of_tomorrow")).toBe(false);
    await apiDatabase.pool.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
       VALUES ('later', '', '20990101000000_of_tomorrow', now())`,
    );
    expect(await hasMigration(apiDatabase.pool, newestOfApi)).toBe(true);
    await apiDatabase.pool.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1", [
      newestOfApi,
    ]);
    expect(await hasMigration(apiDatabase.pool, newestOfApi)).toBe(false);
  },
);
