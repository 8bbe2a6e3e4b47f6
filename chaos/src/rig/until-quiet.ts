import { waitFor } from "@kanban/testing/wait-for";
import type { Rig } from "./open-rig.ts";

/** What is still on its way; all zero when nothing is. */
export type Unrest = Record<"unpublished" | "unsaid" | "unhandledThere" | "unhandledHere" | "jobs", number>;

/** Reads it past the wires. Parked events and dead letters are at rest: the oracles complain about them. */
export async function readUnrest({ databases }: Pick<Rig, "databases">): Promise<Unrest> {
  const [api, worker] = await Promise.all([
    databases.api.query<Pick<Unrest, "unpublished" | "unhandledHere">>(
      `SELECT (SELECT count(*)::int FROM event_log WHERE published_at IS NULL) AS unpublished,
              (SELECT count(*)::int FROM event_inbox WHERE handled_at IS NULL AND parked_at IS NULL) AS "unhandledHere"`,
    ),
    databases.worker.query<Pick<Unrest, "unsaid" | "unhandledThere" | "jobs">>(
      `SELECT (SELECT count(*)::int FROM event_outbox WHERE published_at IS NULL) AS unsaid,
              (SELECT count(*)::int FROM event_inbox WHERE handled_at IS NULL AND parked_at IS NULL) AS "unhandledThere",
              (SELECT count(*)::int FROM pgboss.job WHERE state IN ('created', 'retry', 'active')
                 AND name <> 'dead-letters') AS jobs`,
    ),
  ]);
  return { ...api.rows[0]!, ...worker.rows[0]! };
}

/**
 * Waits until nothing is on its way between the databases; answers how many milliseconds that took.
 * @throws when that takes beyond `timeoutMs`, or when for `stuckMs` nothing moves.
 */
export async function untilQuiet(
  rig: Pick<Rig, "databases">,
  timeoutMs = 60_000,
  stuckMs = timeoutMs,
): Promise<number> {
  const begin = performance.now();
  let unrest = "";
  let movedAt = begin;
  const isQuietOrStuck = async () => {
    const counts = await readUnrest(rig);
    if (Object.values(counts).every((count) => count === 0)) return "quiet";
    if (JSON.stringify(counts) !== unrest) movedAt = performance.now();
    unrest = JSON.stringify(counts);
    return performance.now() - movedAt > stuckMs ? "stuck" : null;
  };
  const end = await waitFor(isQuietOrStuck, { timeoutMs, what: "the bridge to become quiet" }).catch(() => "stuck");
  if (end === "stuck") throw new Error(`Never quiet: ${unrest}`);
  return performance.now() - begin;
}
