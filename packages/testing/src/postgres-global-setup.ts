import { rmSync } from "node:fs";
import { startLocalPostgres, type LocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { SIDES, type Side } from "@kanban/local-postgres/roles";
import type { TestProject } from "vitest/node";
import { migrateTemplate } from "./migrate-template.ts";
import { makeScratchFolder } from "./scratch-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server of this run; the two databases in it are migrated templates nobody writes to. */
    postgres: LocalPostgres["urls"];
  }
}

/**
 * Once per run: a PostgreSQL of our own in a scratch folder, both databases migrated. Tests clone them.
 * Losing this cluster costs nothing, so nothing is synced to disk.
 */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const wantedDir = makeScratchFolder("kanban-test-");
  const local = await startLocalPostgres({
    dataDir: wantedDir,
    fsync: false,
    settings: {
      // Each test file runs a pool or two per database, several files at a time.
      max_connections: "200",
      // A clone under test lives for a second: cleaning it would only hold its lock when it is dropped.
      autovacuum: "off",
      wal_level: "minimal",
      max_wal_senders: "0",
      jit: "off",
    },
  });
  const stop = async () => {
    await local.stop();
    // Root's cluster may have been placed elsewhere than asked for.
    for (const folder of new Set([wantedDir, local.dataDir])) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const ownerUrls = { api: local.urls.apiDatabaseUrl, worker: local.urls.workerDatabaseUrl };
    for (const side of Object.keys(SIDES) as Side[]) await migrateTemplate(side, ownerUrls[side]);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("postgres", local.urls);
  return stop;
}
