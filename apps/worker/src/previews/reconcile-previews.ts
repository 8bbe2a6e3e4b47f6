import type { PoolClient } from "pg";
import { previewJobs } from "../jobs/queues.ts";
import type { SendJob } from "../jobs/send-job.ts";
import { previewJobId } from "./preview-job.ts";

/** Files looked at in one transaction; what is left comes with the next round. */
const pageFiles = 500;

/**
 * Makes the jobs of pictures that wait and have none, because the queue lost it; answers how many. One that failed for
 * good is left to whoever looks at its dead letter.
 */
export async function reconcilePreviews(tx: PoolClient, sendJob: SendJob, olderThanSeconds: number): Promise<number> {
  const { rows } = await tx.query<{ attachmentId: string }>(
    `SELECT attachment_id AS "attachmentId" FROM preview
     WHERE state = 'waiting' AND created_at <= now() - $1::float8 * interval '1 second'
     ORDER BY created_at LIMIT $2`,
    [olderThanSeconds, pageFiles],
  );
  if (rows.length === 0) return 0;
  const ids = rows.map(({ attachmentId }) => previewJobId(attachmentId));
  const known = await tx.query<{ id: string }>(
    `SELECT id FROM pgboss.job WHERE name = $1 AND id = ANY($2::uuid[])
     UNION SELECT source_root_id FROM pgboss.job WHERE source_root_id = ANY($2::uuid[])`,
    [previewJobs.name, ids],
  );
  const there = new Set(known.rows.map(({ id }) => id));
  const missing = rows
    .map(({ attachmentId }) => ({ id: previewJobId(attachmentId), data: { attachmentId } }))
    .filter(({ id }) => !there.has(id));
  await sendJob(tx, previewJobs.name, ...missing);
  return missing.length;
}
