import { prunedAtOnce, pruneInSteps } from "@kanban/messaging/prune-in-steps";
import type { Pool } from "./context.ts";

/** A device that was offline for a year may still ask whether what it had sent was done. */
const keptDays = 400;

/** Forgets answers to mutations nobody asks for any more; answers how many. */
export function forgetOldAnswers(pool: Pool): Promise<number> {
  return pruneInSteps(
    pool,
    `WITH gone AS (DELETE FROM idempotency_key WHERE (actor_key, mutation_id) IN (
         SELECT actor_key, mutation_id FROM idempotency_key
         WHERE created_at < now() - $1::int * interval '1 day' LIMIT $2) RETURNING 1)
     SELECT count(*)::int AS pruned FROM gone`,
    [keptDays, prunedAtOnce],
  );
}
