import { advisoryLocks } from "@kanban/messaging/advisory-locks";
import type { Listener } from "@kanban/messaging/listen";
import type { Pool } from "pg";
import type { Logger } from "pino";

/**
 * Before a worker takes its first job: when no other worker is there, whoever had the running jobs is dead, and they
 * are put back at once instead of when their heartbeat has been missed, half a minute later. One that has used up its
 * tries is left to the job engine, which makes it a dead letter.
 *
 * A worker that lives but is just connecting anew is overlooked; then a job may run twice, as after any missed
 * heartbeat, and each is harmless to repeat.
 */
export async function takeBackJobs({
  pool,
  listener,
  log,
}: {
  pool: Pool;
  listener: Pick<Listener, "isConnected">;
  log: Logger;
}): Promise<void> {
  const [space, lock] = advisoryLocks.workerPresence;
  const { rowCount } = await pool.query(
    `UPDATE pgboss.job SET state = 'retry', start_after = now(), heartbeat_on = NULL
     WHERE state = 'active' AND retry_count < retry_limit
       AND (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = $1 AND objid = $2
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) <= $3`,
    // This worker's own listener is one of them.
    [space, lock, listener.isConnected() ? 1 : 0],
  );
  if (rowCount) log.info({ jobs: rowCount }, "jobs of a worker that died were put back");
}
