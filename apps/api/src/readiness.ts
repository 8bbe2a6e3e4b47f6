import type { ApiDb } from "@kanban/db-api/client";
import type { RelayHealth } from "@kanban/messaging/start-relay";

export type Readiness = { ready: boolean; checks: Record<"database" | "schema" | "relay", "ok" | "failed"> };

/** An event that has waited longer has met an obstacle: on the way it takes milliseconds. */
const relayLagSeconds = 60;

/**
 * Whether this process can serve: the database answers, its schema is there, and events leave it. Says which part
 * failed and no more; the reason is in the log.
 */
export async function checkReadiness(db: ApiDb, relayHealth: () => Promise<RelayHealth>): Promise<Readiness> {
  const succeeds = (check: () => Promise<boolean>) => check().catch(() => false);
  const database = await succeeds(async () => (await db.$queryRaw<unknown[]>`SELECT 1`).length === 1);
  const [schema, relay] = await Promise.all([
    succeeds(async () => (await db.instance.count()) === 1),
    succeeds(async () => (await relayHealth()).lagSeconds < relayLagSeconds),
  ]);
  const say = (ok: boolean) => (ok ? "ok" : "failed");
  return {
    ready: database && schema && relay,
    checks: { database: say(database), schema: say(schema), relay: say(relay) },
  };
}
