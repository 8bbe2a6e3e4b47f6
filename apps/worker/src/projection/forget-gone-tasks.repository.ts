import { limits } from "@kanban/domain/limits";
import { prunedAtOnce, pruneInSteps } from "@kanban/messaging/prune-in-steps";
import type { Pool } from "pg";

/** Forgets tasks that left their board long ago; answers how many. One that comes back comes whole. */
export function forgetGoneTasks(pool: Pool): Promise<number> {
  return pruneInSteps(
    pool,
    `WITH gone AS (DELETE FROM task_projection WHERE gone_at < now() - $1::int * interval '1 day' AND task_id IN (
         SELECT task_id FROM task_projection WHERE gone_at < now() - $1::int * interval '1 day' LIMIT $2) RETURNING 1)
     SELECT count(*)::int AS pruned FROM gone`,
    [limits.trashDays, prunedAtOnce],
  );
}
