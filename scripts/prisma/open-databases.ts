import path from "node:path";
import { startLocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { PROJECT_ROOT, SIDE_FILES, type DatabaseSide } from "./database-side.ts";
import { readDatabaseUrl } from "./read-database-url.ts";

/** First choice of port for the embedded PostgreSQL: far from the 5432 an installed one uses. */
export const LOCAL_POSTGRES_PORT = 54_320;

export type OpenDatabase = { url: string; close(): Promise<void> };

/** The database the environment names for this side; when it names none, the embedded one, started if need be. */
export async function openDatabase(side: DatabaseSide): Promise<OpenDatabase> {
  const given = readDatabaseUrl(side, process.env);
  if (given) return { url: given, close: async () => {} };
  console.error(`${SIDE_FILES[side].variable} is not set: using the embedded PostgreSQL.`);
  const local = await startLocalPostgres({ dataDir: localDataDir(), port: LOCAL_POSTGRES_PORT, whenRunning: "reuse" });
  return { url: side === "api" ? local.urls.apiDatabaseUrl : local.urls.workerDatabaseUrl, close: () => local.stop() };
}

/** Folder of the embedded PostgreSQL: under `.data`, which git ignores, or under KANBAN_DATA_DIR. */
export function localDataDir(): string {
  return path.join(dataFolder(), "postgres");
}

/** Everything this installation keeps: database, secrets, logs. */
export function dataFolder(): string {
  return path.resolve(PROJECT_ROOT, process.env["KANBAN_DATA_DIR"] ?? ".data");
}
