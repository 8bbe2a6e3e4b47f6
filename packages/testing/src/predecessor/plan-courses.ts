import type { ClientBase } from "pg";

/*
 * A task's course is planned before its rows are written, so that task and history tell the same story: the steps it
 * took, the last of them that moved it, and where that led. Steps count from 0, which is its creation.
 */

/** SQL: a key for drawing lots about one step of one task. */
export const stepKey = (step: string) => `(course.task * 100000::bigint + ${step})`;

/** SQL: what the step was. */
export const stepType = (step: string) => `CASE
  WHEN ${step} = 0 THEN 'CREATED'
  WHEN ${step} = course.steps - 1 AND course.fate IN ('done', 'archived') THEN 'MOVED'
  WHEN ${step} = course.steps - 1 AND course.fate = 'completed' THEN 'COMPLETED'
  ELSE pg_temp.pick('{MOVED,MOVED,MOVED,MOVED,MOVED,UPDATED,UPDATED,UPDATED,UPDATED,RULE_TRIGGERED,STALE}',
    pg_temp.draw('type', ${stepKey(step)})) END`;

/** SQL: when the step was, always later than the one before. */
export const stepAt = (step: string) => `(course."bornAt" + (course."endsAt" - course."bornAt")
  * ((${step} + CASE WHEN ${step} = 0 THEN 0 ELSE 0.8 * pg_temp.draw('when', ${stepKey(step)}) END)
    / greatest(course.steps, 1)))`;

/**
 * SQL: the number of the column in which the task was after so many moves. It goes back and forth between contexts and
 * the columns around them, and ends where its fate has it.
 */
export const columnAfter = (moves: string) => `CASE
  WHEN ${moves} = 0 THEN 0
  WHEN ${moves} = course.moves AND course.fate = 'done' THEN 8
  WHEN ${moves} = course.moves AND course.fate = 'archived' THEN 9
  WHEN ${moves} = course.moves - 1 AND course.fate = 'archived' THEN 8
  WHEN (${moves}) % 2 = 1 THEN 2 + floor(4 * pg_temp.draw('context', ${stepKey(moves)}))::int
  ELSE (ARRAY[1, 6, 7])[1 + floor(3 * pg_temp.draw('beside', ${stepKey(moves)}))::int] END`;

/**
 * Fills the temporary table `course`, one row for each regular task. Numbers of events differ from task to task, a few
 * have none at all, and the sum is `events`.
 */
export async function planCourses(
  client: ClientBase,
  { boards, tasks, events }: { boards: number; tasks: number; events: number },
): Promise<void> {
  await client.query(`
    CREATE TEMPORARY TABLE course (
      task int, id uuid, board int, fate text, "bornAt" timestamp, "endsAt" timestamp, steps int,
      moves int, "lastMove" int, "moveBefore" int, "lastType" text
    ) ON COMMIT DROP`);
  await client.query(
    `WITH weighed AS (
       SELECT task, (1000 * (0.2 - ln(1 - pg_temp.draw('length', task))))::bigint AS weight
       FROM generate_series(1, $2::int) AS task
     ), placed AS (
       SELECT task, $3::bigint * sum(weight) OVER (ORDER BY task) / sum(weight) OVER () AS upto FROM weighed
     ), counted AS (
       SELECT task, (trunc(upto) - lag(trunc(upto), 1, 0) OVER (ORDER BY task))::int AS steps FROM placed
     ), timed AS (
       SELECT task, steps, pg_temp.moment() - interval '730 days' * (pg_temp.draw('born', task) ^ 1.5) - interval '2 hours' AS born
       FROM counted
     ), course AS (
       SELECT task, 1 + floor($1 * pg_temp.draw('board', task) ^ 1.6)::int AS board, steps, date_trunc('milliseconds', born) AS "bornAt",
         born + (pg_temp.moment() - born) * (0.05 + 0.9 * pg_temp.draw('span', task)) AS "endsAt",
         pg_temp.pick('{done,done,done,done,done,archived,completed,open,open,open,open}', pg_temp.draw('fate', task)) AS fate
       FROM timed
     ), walked AS (
       SELECT task, count(*) FILTER (WHERE type = 'MOVED') AS moves, max(step) FILTER (WHERE type = 'MOVED') AS "lastMove",
         max(step) FILTER (WHERE type = 'MOVED' AND step < steps - 1) AS "moveBefore",
         max(type) FILTER (WHERE step = steps - 1) AS "lastType"
       FROM (
         SELECT task, steps, step, ${stepType("step")} AS type FROM course, generate_series(0, course.steps - 1) AS step
       ) AS walk GROUP BY task
     )
     INSERT INTO course
     SELECT task, pg_temp.made('task', task), board, fate, "bornAt", "endsAt", steps, coalesce(moves, 0), "lastMove",
       "moveBefore", "lastType"
     FROM course LEFT JOIN walked USING (task)`,
    [boards, tasks, events],
  );
  await client.query("ANALYZE course");
}
