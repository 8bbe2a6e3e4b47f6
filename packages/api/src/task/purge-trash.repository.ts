import { limits } from "@kanban/domain/limits";
import { prunedAtOnce, pruneInSteps } from "@kanban/messaging/prune-in-steps";
import type { Pool } from "../context.ts";

/**
 * Deletes what has lain in the trash for its time, with everything that hangs on it; answers how many tasks. One that
 * is being restored at the same moment is waited for and stays. Nobody is told: such a task is on no board, and the
 * worker forgets what is gone by itself.
 */
export function purgeTrash(pool: Pool): Promise<number> {
  return pruneInSteps(
    pool,
    `WITH gone AS (DELETE FROM task WHERE deleted_at < now() - $1::int * interval '1 day' AND id IN (
         SELECT id FROM task WHERE deleted_at < now() - $1::int * interval '1 day' ORDER BY id LIMIT $2) RETURNING 1)
     SELECT count(*)::int AS pruned FROM gone`,
    [limits.trashDays, prunedAtOnce],
  );
}
