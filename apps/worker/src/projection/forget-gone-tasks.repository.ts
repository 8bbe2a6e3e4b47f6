import { limits } from "@kanban/domain/limits";
import { prunedAtOnce, pruneInSteps } from "@kanban/messaging/prune-in-steps";
import type { Pool } from "pg";

/** How long an archived task still teaches: habits change, and what was chosen years ago says little. */
const archiveDays = 2 * 365;

/**
 * Forgets tasks that have been in the trash for longer than it keeps them, and those archived long ago; answers how
 * many. One that comes back comes whole.
 */
export function forgetGoneTasks(pool: Pool): Promise<number> {
  const isOver = `gone_at < now() - CASE WHEN archived_at IS NULL THEN $1::int ELSE $3::int END * interval '1 day'`;
  return pruneInSteps(
    pool,
    `WITH gone AS (DELETE FROM task_projection WHERE ${isOver} AND task_id IN (
         SELECT task_id FROM task_projection WHERE ${isOver} LIMIT $2) RETURNING 1)
     SELECT count(*)::int AS pruned FROM gone`,
    [limits.trashDays, prunedAtOnce, archiveDays],
  );
}
