import type { JobStatus } from "@kanban/events/job-status";
import type { Pool, PoolClient } from "pg";
import { deadLetters, queues } from "../jobs/queues.ts";
import { listDeadLetters } from "./dead-letter.repository.ts";

type QueueStatus = JobStatus["queues"][number];

/** How much waits in each queue that is worked, and for how long: reads only jobs that are not over. */
export async function listQueues(db: Pool | PoolClient): Promise<QueueStatus[]> {
  const { rows } = await db.query<QueueStatus>(
    `SELECT queue.name, (count(*) FILTER (WHERE state = 'created'))::int AS waiting,
            (count(*) FILTER (WHERE state = 'retry'))::int AS retrying,
            (count(*) FILTER (WHERE state = 'active'))::int AS active,
            greatest(0, coalesce(extract(epoch FROM now() - min(start_after) FILTER (WHERE state < 'active')), 0))::float8
              AS "oldestSeconds"
     FROM unnest($1::text[]) WITH ORDINALITY AS queue (name, place)
     LEFT JOIN pgboss.job ON job.name = queue.name AND job.state < 'completed'
     GROUP BY queue.name, queue.place ORDER BY queue.place`,
    [queues.map(({ name }) => name).filter((name) => name !== deadLetters.name)],
  );
  return rows;
}

/** How the worker's jobs are. */
export async function readJobStatus(db: Pool | PoolClient): Promise<JobStatus> {
  // One after the other: within a transaction there is one connection.
  return { queues: await listQueues(db), ...(await listDeadLetters(db)) };
}

/** Something that changes with what is set aside here, events and jobs, and with nothing else; empty when nothing is. */
export async function fingerprintSetAside(tx: PoolClient): Promise<string> {
  const { rows } = await tx.query<{ fingerprint: string }>(
    `SELECT coalesce(md5(string_agg(thing, ',' ORDER BY thing)), '') AS fingerprint
     FROM (SELECT id::text || parked_at::text AS thing FROM event_inbox
           WHERE parked_at IS NOT NULL AND discarded_at IS NULL
           UNION ALL SELECT id::text FROM pgboss.job WHERE name = $1 AND state < 'completed') AS aside`,
    [deadLetters.name],
  );
  return rows[0]?.fingerprint ?? "";
}
