import type { PoolClient } from "pg";
import type { PgBoss } from "pg-boss";
import { bossInTransaction } from "./boss-in-transaction.ts";
import type { QueueName } from "./queues.ts";

export type NewJob = {
  id: string;
  data: object;
  /** The higher the sooner; 0 when left out. */
  priority?: number;
  /** Not to be done before that many seconds have passed. */
  startAfter?: number;
};

/**
 * Creates jobs in the caller's transaction, under ids that say what they are for: asked twice, they are there once.
 * They exist if and only if that transaction commits.
 */
export type SendJob = (tx: PoolClient, queue: QueueName, ...jobs: NewJob[]) => Promise<void>;

export function sendThrough(boss: Pick<PgBoss, "insert">): SendJob {
  return async (tx, queue, ...jobs) => {
    if (jobs.length === 0) return;
    await boss.insert(queue, jobs, { db: bossInTransaction(tx) });
  };
}
