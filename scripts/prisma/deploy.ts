import { grantPublisher } from "@kanban/local-postgres/grant-publisher";
import { SIDE_FILES, type DatabaseSide } from "./database-side.ts";
import { findPendingMigrations } from "./pending-migrations.ts";
import { runPrisma } from "./prisma-cli.ts";
import { rollBackFailed } from "./roll-back-failed.ts";

/** The role each side's publisher URL names, for a PostgreSQL of one's own with other role names. */
const publisherVariable = { api: "WORKER_TO_API_URL", worker: "API_TO_WORKER_URL" } as const;

/**
 * Applies what is pending to one database and gives the other side's publisher its one right. Safe to repeat; takes
 * milliseconds when nothing is pending.
 * @returns the names applied.
 * @throws with the CLI's words when a migration fails.
 */
export async function deploy(
  side: DatabaseSide,
  databaseUrl: string,
  env: Record<string, string | undefined> = process.env,
): Promise<string[]> {
  const pending = await findPendingMigrations(side, databaseUrl);
  if (pending.length > 0) {
    await rollBackFailed(databaseUrl);
    const { config, variable } = SIDE_FILES[side];
    const { exitCode, output } = await runPrisma(["migrate", "deploy", "--config", config], {
      env: { [variable]: databaseUrl },
      capture: true,
    });
    if (exitCode !== 0) throw new Error(`The ${side} database could not be migrated.\n${output}`);
  }
  const publisherUrl = env[publisherVariable[side]];
  const publisher =
    publisherUrl && URL.canParse(publisherUrl) ? decodeURIComponent(new URL(publisherUrl).username) : undefined;
  await grantPublisher(side, databaseUrl, publisher);
  return pending;
}
