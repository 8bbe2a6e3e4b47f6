import { Prisma } from "@kanban/db-api/client";
import type { BoardId, TaskId, UserId } from "@kanban/domain/ids";
import type { ReadingState } from "@kanban/events/reading-events";
import type { WorkerEventPayload } from "@kanban/events/worker-events";
import type { ApiDb, Pool } from "../context.ts";

/** An agent that is at a task's text, or waits to try again. */
export type Reading = { taskId: TaskId; agent: string; state: Exclude<ReadingState, "ended"> };

/** A row of {@link readingsOf}. */
export type ReadingRow = Reading & { boardId: BoardId };

/** Longer than a try may take (`modelJobs`): a worker that has died says nothing any more. */
const readingSeconds = 11 * 60;
/** Longer than the longest pause between two tries (`fetchJobs`). */
const delayedSeconds = 65 * 60;

/** Keeps an agent's latest word on a task, in whatever order words come, and wakes the board's streams. */
export async function keepReading(
  db: ApiDb,
  {
    boardId,
    taskId,
    taskVersion,
    agent,
    attempt,
    state,
  }: WorkerEventPayload<"reading.reported"> & { boardId: BoardId },
): Promise<void> {
  const step = attempt * 2 + (state === "reading" ? 0 : 1);
  await db.$executeRaw`
    WITH kept AS (
      INSERT INTO task_reading (task_id, agent, board_id, text_version, step, state, reported_at)
      SELECT t.id, ${agent}, t.board_id, ${taskVersion}, ${step}, ${state}, now()
      FROM task t WHERE t.id = ${taskId}::uuid AND t.board_id = ${boardId}::uuid
      ON CONFLICT (task_id, agent) DO UPDATE
        SET text_version = EXCLUDED.text_version, step = EXCLUDED.step, state = EXCLUDED.state, reported_at = now()
        WHERE (task_reading.text_version, task_reading.step) < (EXCLUDED.text_version, EXCLUDED.step)
      RETURNING board_id)
    SELECT pg_notify('event_log', board_id::text) FROM kept`;
}

/** What agents are at on those of these boards the user is a member of, for the streams' statement. */
export function readingsOf(boardIds: readonly BoardId[], userId: UserId): Prisma.Sql {
  return Prisma.sql`
    SELECT r.board_id::text AS "boardId", r.task_id::text AS "taskId", r.agent, r.state
    FROM task_reading r JOIN board_member m ON m.board_id = r.board_id AND m.user_id = ${userId}::uuid
    WHERE r.board_id = ANY (${[...boardIds]}::uuid[]) AND r.state <> 'ended'
      AND r.reported_at > now()
        - CASE r.state WHEN 'reading' THEN ${readingSeconds}::int ELSE ${delayedSeconds}::int END * interval '1 second'`;
}

/** Forgets words nobody waits for any more. */
export async function forgetOldReadings(pool: Pool): Promise<void> {
  await pool.query("DELETE FROM task_reading WHERE reported_at < now() - $1::int * interval '1 second'", [
    delayedSeconds * 2,
  ]);
}
