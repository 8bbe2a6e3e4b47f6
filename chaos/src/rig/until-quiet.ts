import { waitFor } from "@kanban/testing/wait-for";
import type { Rig } from "./open-rig.ts";

/** What is still on its way; all zero when nothing is. */
export type Unrest = Record<"unpublished" | "unsaid" | "unhandledThere" | "unhandledHere" | "jobs", number>;

/**
 * Reads it past the wires, the API first: what it had published by then is in the inbox that is read after. Parked
 * events and dead letters are at rest: the oracles complain about them. `told` is how many events there have been.
 */
export async function readUnrest({ databases }: Pick<Rig, "databases">): Promise<{ unrest: Unrest; told: number }> {
  const api = await databases.api.query<Pick<Unrest, "unpublished" | "unhandledHere"> & { told: number }>(
    `SELECT (SELECT count(*)::int FROM event_log WHERE published_at IS NULL) AS unpublished,
            (SELECT count(*)::int FROM event_inbox WHERE handled_at IS NULL AND parked_at IS NULL) AS "unhandledHere",
            (SELECT count(*)::int FROM event_log) AS told`,
  );
  const worker = await databases.worker.query<Pick<Unrest, "unsaid" | "unhandledThere" | "jobs"> & { told: number }>(
    `SELECT (SELECT count(*)::int FROM event_outbox WHERE published_at IS NULL) AS unsaid,
            (SELECT count(*)::int FROM event_inbox WHERE handled_at IS NULL AND parked_at IS NULL) AS "unhandledThere",
            (SELECT count(*)::int FROM pgboss.job WHERE state IN ('created', 'retry', 'active')
               AND name <> 'dead-letters') AS jobs,
            (SELECT count(*)::int FROM event_outbox) AS told`,
  );
  const { told: toldHere, ...here } = api.rows[0]!;
  const { told: toldThere, ...there } = worker.rows[0]!;
  return { unrest: { ...here, ...there }, told: toldHere + toldThere };
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
  let latest = "";
  let movedAt = begin;
  let toldWhenQuiet = -1;
  const isQuietOrStuck = async () => {
    const { unrest, told } = await readUnrest(rig);
    if (Object.values(unrest).every((count) => count === 0)) {
      // Twice, with not a word in between: one look at two databases may miss what is just between them.
      if (told === toldWhenQuiet) return "quiet";
      toldWhenQuiet = told;
    } else toldWhenQuiet = -1;
    if (JSON.stringify(unrest) !== latest) movedAt = performance.now();
    latest = JSON.stringify(unrest);
    return performance.now() - movedAt > stuckMs ? "stuck" : null;
  };
  const end = await waitFor(isQuietOrStuck, { timeoutMs, what: "the bridge to become quiet" }).catch(() => "stuck");
  if (end === "stuck") throw new Error(`Never quiet: ${latest}`);
  return performance.now() - begin;
}
