import type { AgentStatus, JobStatus } from "@kanban/events/job-status";
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

/** What each agent did in the last day, by name. */
export async function listAgentStatus(db: Pool | PoolClient): Promise<AgentStatus[]> {
  const { rows } = await db.query<AgentStatus>(
    `SELECT agent AS name, count(*)::int AS runs, (count(*) FILTER (WHERE status LIKE 'fail%'))::int AS failed,
       sum(hints)::int AS hints, coalesce(sum(took_ms), 0)::float8 AS "tookMs", sum(tokens)::int AS tokens,
       CASE WHEN count(latency_ms) > 0 THEN jsonb_build_object(
         'p50', percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms),
         'p99', percentile_cont(0.99) WITHIN GROUP (ORDER BY latency_ms)) END AS "latencyMs"
     FROM agent_run WHERE finished_at > now() - interval '1 day' GROUP BY agent ORDER BY agent`,
  );
  return rows;
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
