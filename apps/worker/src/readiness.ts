import { newestMigration } from "@kanban/db-worker/schema-version";
import { hasMigration } from "@kanban/messaging/schema-version";
import type { Pool } from "pg";

export type Readiness = {
  ready: boolean;
  checks: Record<"database" | "schema" | "jobs" | "relay" | "dispatcher", "ok" | "failed">;
};

export type ReadinessSources = {
  pool: Pool;
  /** `null` until the job engine runs, and with it the dispatcher. */
  dispatcher: { isStuck(): boolean } | null;
  relay: { isStuck(): boolean };
};

/**
 * Whether this process does its work: the database answers and has the schema it was built with, jobs run, and neither
 * dispatcher nor relay is stuck by a fault of this side. A backlog is fine, and so is an API that is away: what waits is
 * shown by the gauges. Says which part failed and no more; the reason is in the log.
 */
export async function checkReadiness({ pool, dispatcher, relay }: ReadinessSources): Promise<Readiness> {
  const succeeds = (check: () => Promise<boolean>) => check().catch(() => false);
  const [database, schema] = await Promise.all([
    succeeds(async () => (await pool.query("SELECT 1")).rowCount === 1),
    succeeds(() => hasMigration(pool, newestMigration)),
  ]);
  const say = (ok: boolean) => (ok ? "ok" : "failed");
  const jobs = dispatcher !== null;
  const outgoing = !relay.isStuck();
  const incoming = dispatcher !== null && !dispatcher.isStuck();
  return {
    ready: database && schema && jobs && outgoing && incoming,
    checks: {
      database: say(database),
      schema: say(schema),
      jobs: say(jobs),
      relay: say(outgoing),
      dispatcher: say(incoming),
    },
  };
}
