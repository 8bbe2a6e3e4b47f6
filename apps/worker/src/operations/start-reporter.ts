import { advisoryLocks } from "@kanban/messaging/advisory-locks";
import type { LoopError } from "@kanban/messaging/bridge-status";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { startWorkLoop, type WorkLoop } from "@kanban/messaging/work-loop";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { fingerprintSetAside } from "./job-status.repository.ts";
import { appendReport } from "./report.ts";

/** What nothing set aside looks like: a worker that starts with an empty table has nothing to say. */
const nothing = "";

/**
 * Looks every minute whether something has been set aside or taken back, and tells the API; one worker at a time. Each
 * process remembers for itself what it saw: after a start, or where several take turns, one report too many is told.
 */
export function startReporter({
  pool,
  loopErrors,
  log,
  everyMs = 60_000,
}: {
  pool: Pool;
  loopErrors: () => LoopError[];
  log: Logger;
  everyMs?: number;
}): WorkLoop {
  let seen = nothing;
  return startWorkLoop({
    everyMs,
    step: async () => {
      const found = await inTransaction(pool, async (tx) => {
        const lock = await tx.query<{ elected: boolean }>("SELECT pg_try_advisory_xact_lock($1, $2) AS elected", [
          ...advisoryLocks.reporter,
        ]);
        if (!lock.rows[0]?.elected) return seen;
        const now = await fingerprintSetAside(tx);
        if (now !== seen) await appendReport(tx, { asked: null, lastErrors: loopErrors() });
        return now;
      });
      // Only what was committed has been told.
      seen = found;
      return 0;
    },
    onError: (error) => log.warn({ err: error, component: "reporter" }, "the API could not be told how this side is"),
  });
}
