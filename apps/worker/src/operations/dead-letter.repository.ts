import type { DeadLetter } from "@kanban/events/job-status";
import { PermanentError } from "@kanban/messaging/permanent-error";
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { deadLetters, queues } from "../jobs/queues.ts";
import type { SendJob } from "../jobs/send-job.ts";

/*
 * pg-boss keeps a failed job in its queue for a week and puts a copy into the dead letters, which says where it came
 * from. The copy is what people see and decide about.
 */

const latest = 50;

type Row = { jobId: string; queue: string | null; error: string | null; data: unknown; failedAt: Date };

/** How many dead letters there are, and the latest of them. */
export async function listDeadLetters(
  db: Pool | PoolClient,
): Promise<{ deadLetterCount: number; deadLetters: DeadLetter[] }> {
  const { rows: counted } = await db.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM pgboss.job WHERE name = $1 AND state < 'completed'",
    [deadLetters.name],
  );
  const { rows } = await db.query<Row>(
    `SELECT id::text AS "jobId", source_name AS queue, created_on AS "failedAt", data,
            left(coalesce(source_output ->> 'error', source_output ->> 'message', source_output::text), 2000) AS error
     FROM pgboss.job WHERE name = $1 AND state < 'completed' ORDER BY created_on DESC, id LIMIT $2`,
    [deadLetters.name, latest],
  );
  return {
    deadLetterCount: counted[0]?.count ?? 0,
    deadLetters: rows.map(({ jobId, queue, error, data, failedAt }) => ({
      ...{ jobId, queue: queue ?? deadLetters.name, error: error ?? "", about: describeData(data) },
      failedAt: failedAt.toISOString(),
    })),
  };
}

const plainSchema = z.record(z.string(), z.unknown());

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a job was to do, in a few words: its short values. What people wrote is longer, and stays out. */
function describeData(data: unknown): string {
  const fields = Object.entries(plainSchema.safeParse(data).data ?? {});
  return (
    fields
      .filter(([, value]) => typeof value === "number" || (typeof value === "string" && value.length <= 40))
      // The beginning of an id is enough to find it.
      .map(([name, value]) => [name, String(value)] as const)
      .map(([name, text]) => `${name} ${isUuid.test(text) ? text.slice(0, 8) : text}`)
      .join(", ")
      .slice(0, 200)
  );
}

/**
 * Runs a dead letter once more: in its own queue, under its own id and with all its tries, so that what it does a
 * second time has no second effect. False when it is not there any more.
 */
export async function retryDeadLetter(tx: PoolClient, sendJob: SendJob, jobId: string): Promise<boolean> {
  const { rows } = await tx.query<{ queue: string; id: string; data: object }>(
    `DELETE FROM pgboss.job WHERE name = $1 AND id = $2 AND source_name IS NOT NULL AND source_id IS NOT NULL
     RETURNING source_name AS queue, source_id::text AS id, data`,
    [deadLetters.name, jobId],
  );
  const [letter] = rows;
  if (!letter) return false;
  const { queue, id, data } = letter;
  await tx.query("DELETE FROM pgboss.job WHERE name = $1 AND id = $2 AND state = 'failed'", [queue, id]);
  const own = queues.find(({ name }) => name === queue)?.name;
  // A queue that is no more: nobody would take it.
  if (!own) throw new PermanentError(`There is no queue ${queue}`);
  await sendJob(tx, own, { id, data });
  return true;
}

/** Leaves a dead letter for good, and where it is: its row says that its job must not be made again. False when it is over. */
export async function discardDeadLetter(tx: PoolClient, jobId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE pgboss.job SET state = 'cancelled', completed_on = now() WHERE name = $1 AND id = $2 AND state < 'completed'`,
    [deadLetters.name, jobId],
  );
  return rowCount === 1;
}
