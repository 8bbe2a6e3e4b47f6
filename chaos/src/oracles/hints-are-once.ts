import type { Oracle } from "./oracle.ts";

/** G2: each open task whose words name a day has its hint, and no text was answered twice; no job is left or lost. */
export const hintsAreOnce: Oracle = async ({ databases }) => {
  const { rows: without } = await databases.api.query<{ title: string }>(
    `SELECT title FROM task t
     WHERE title ~ '(tomorrow|next friday|on monday)' AND finished_at IS NULL AND deleted_at IS NULL AND archived_at IS NULL
       AND NOT EXISTS (SELECT FROM hint h WHERE h.task_id = t.id AND h.state = 'proposed')`,
  );
  const { rows: twice } = await databases.api.query<{ taskId: string; times: number }>(
    `SELECT task_id AS "taskId", count(*)::int AS times FROM hint GROUP BY task_id, agent, task_version, kind HAVING count(*) > 1`,
  );
  const { rows: told } = await databases.api.query<{ id: string; times: number }>(
    `SELECT mutation_id AS id, count(*)::int AS times FROM event_log
     WHERE type = 'hint.recorded' GROUP BY mutation_id, payload -> 'hint' ->> 'id' HAVING count(*) > 1`,
  );
  const { rows: dead } = await databases.worker.query<{ output: unknown }>(
    "SELECT output FROM pgboss.job WHERE name = 'dead-letters' OR state = 'failed'",
  );
  return [
    ...without.map(({ title }) => `no hint on "${title}"`),
    ...twice.map(({ taskId, times }) => `${times} hints of one text on task ${taskId}`),
    ...told.map(({ id, times }) => `report ${id} recorded ${times} times`),
    ...dead.map(({ output }) => `a job ended for good: ${JSON.stringify(output)}`),
  ];
};
