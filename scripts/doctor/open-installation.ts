import { existsSync } from "node:fs";
import { startLocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { LOCAL_POSTGRES_PORT, localDataDir } from "../prisma/open-databases.ts";
import type { DatabaseSide } from "../prisma/database-side.ts";
import { readDatabaseUrl } from "../prisma/read-database-url.ts";

export type Installation = { urls: Record<DatabaseSide, string>; where: string; close(): Promise<void> };

/**
 * The databases of this installation: those the environment names, else the embedded PostgreSQL, started for as long
 * as it is looked at when it does not run.
 * @throws saying what is missing; nothing is created where there is no installation, unless that is asked for.
 */
export async function openInstallation(
  env: Record<string, string | undefined>,
  { isMadeWhenMissing = false }: { isMadeWhenMissing?: boolean } = {},
): Promise<Installation> {
  const [api, worker] = [readDatabaseUrl("api", env), readDatabaseUrl("worker", env)];
  if (api && worker)
    return { urls: { api, worker }, where: "the databases the environment names", close: async () => {} };
  if (api || worker)
    throw new Error(
      `${api ? "WORKER_DATABASE_URL" : "API_DATABASE_URL"} is not set. Set both databases, or neither for the embedded PostgreSQL.`,
    );
  if (!isMadeWhenMissing && !existsSync(localDataDir()))
    throw new Error(`There is no installation in ${localDataDir()}, and the environment names no database.`);
  const local = await startLocalPostgres({
    ...{ dataDir: localDataDir(), port: LOCAL_POSTGRES_PORT },
    whenRunning: "reuse",
  });
  return {
    urls: { api: local.urls.apiDatabaseUrl, worker: local.urls.workerDatabaseUrl },
    where: `the embedded PostgreSQL on port ${local.port}${local.shared ? "" : ", started to look"}`,
    close: () => local.stop(),
  };
}
