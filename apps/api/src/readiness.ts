import { newestMigration } from "@kanban/db-api/schema-version";
import { hasMigration } from "@kanban/messaging/schema-version";
import type { Relay } from "@kanban/messaging/start-relay";
import type { Pool } from "pg";

export type Readiness = { ready: boolean; checks: Record<"database" | "schema" | "relay", "ok" | "failed"> };

/**
 * Whether this process can serve: the database answers, has the schema it was built with, and its relay is not stuck
 * by a fault of its own. A worker that is off, or its database, makes no board unusable and so does not count here:
 * events wait, and the operations page and the gauges say so. Says which part failed and no more; the reason is logged.
 */
export async function checkReadiness(pool: Pool, relay: Pick<Relay, "isStuck">): Promise<Readiness> {
  const succeeds = (check: () => Promise<boolean>) => check().catch(() => false);
  const [database, schema] = await Promise.all([
    succeeds(async () => (await pool.query("SELECT 1")).rowCount === 1),
    succeeds(() => hasMigration(pool, newestMigration)),
  ]);
  const moves = !relay.isStuck();
  const say = (ok: boolean) => (ok ? "ok" : "failed");
  return {
    ready: database && schema && moves,
    checks: { database: say(database), schema: say(schema), relay: say(moves) },
  };
}
