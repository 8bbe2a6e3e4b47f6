import type { ConsumerHealth } from "@kanban/messaging/start-consumer";
import type { RelayHealth } from "@kanban/messaging/start-relay";
import type { Pool } from "pg";

export type Readiness = {
  ready: boolean;
  checks: Record<"database" | "schema" | "jobs" | "relay" | "dispatcher", "ok" | "failed">;
};

export type ReadinessSources = {
  pool: Pool;
  /** `null` until the job engine runs, and with it the dispatcher. */
  dispatcher: { health(): Promise<ConsumerHealth> } | null;
  relay: { health(): Promise<RelayHealth> };
};

/** An event that has waited longer has met an obstacle: on the way it takes milliseconds. */
const longestLagSeconds = 60;

/**
 * Whether this process does its work: the database answers, its tables are there, jobs run, and events neither pile up
 * on the way in nor on the way out. Says which part failed and no more; the reason is in the log.
 */
export async function checkReadiness({ pool, dispatcher, relay }: ReadinessSources): Promise<Readiness> {
  const succeeds = (check: () => Promise<boolean>) => check().catch(() => false);
  const [database, schema, outgoing, incoming] = await Promise.all([
    succeeds(async () => (await pool.query("SELECT 1")).rowCount === 1),
    succeeds(async () => {
      await pool.query(
        "SELECT FROM event_inbox, event_handler_failure, event_outbox, task_projection, agent_run LIMIT 0",
      );
      return true;
    }),
    succeeds(async () => keepsUp(await relay.health())),
    succeeds(async () => dispatcher !== null && keepsUp(await dispatcher.health())),
  ]);
  const say = (ok: boolean) => (ok ? "ok" : "failed");
  return {
    ready: database && schema && outgoing && incoming,
    checks: {
      database: say(database),
      schema: say(schema),
      jobs: say(dispatcher !== null),
      relay: say(outgoing),
      dispatcher: say(incoming),
    },
  };
}

/** A long backlog is fine while it moves: after a long absence there is much to do, and none of it fails. */
function keepsUp({ lagSeconds, lastError }: { lagSeconds: number; lastError: string | null }): boolean {
  return lastError === null || lagSeconds < longestLagSeconds;
}
