import type { Pool } from "pg";

/** How long one can look back at runs nothing rests on any more. */
const keptDays = 30;
/** Rows looked at by one statement: a fraction of a second. Most stay, so that they are gone through page by page. */
const pageRows = 5_000;

/**
 * Forgets runs that ended long ago, except that on a task's present text, which says that it has been read, and the
 * last one of each agent that came to something: by it the next run knows whether there is a hint to withdraw.
 */
export async function forgetOldRuns(pool: Pool): Promise<void> {
  for (let after = { finishedAt: "-infinity", id: "00000000-0000-0000-0000-000000000000" }; ;) {
    const { rows } = await pool.query<{ seen: number; finishedAt: string; id: string }>(
      `WITH page AS MATERIALIZED (SELECT id, finished_at FROM agent_run
         WHERE (finished_at, id) > ($1::timestamptz, $2::uuid) AND finished_at < now() - interval '${keptDays} days'
         ORDER BY finished_at, id LIMIT ${pageRows})
       , gone AS (DELETE FROM agent_run AS run USING page WHERE run.id = page.id AND NOT EXISTS (
           SELECT FROM task_projection AS task WHERE task.task_id = run.task_id AND (
             task.text_event_id = run.text_event_id OR run.status IN ('succeeded', 'outdated') AND NOT EXISTS (
               SELECT FROM agent_run AS later WHERE later.agent = run.agent AND later.task_id = run.task_id
                 AND later.status IN ('succeeded', 'outdated') AND later.finished_at > run.finished_at))))
       SELECT count(*) OVER ()::int AS seen, finished_at::text AS "finishedAt", id FROM page
       ORDER BY finished_at DESC, id DESC LIMIT 1`,
      [after.finishedAt, after.id],
    );
    const [last] = rows;
    if (!last || last.seen < pageRows) return;
    after = last;
  }
}
