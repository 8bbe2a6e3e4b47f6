import type { PoolClient } from "pg";
import type { PgBoss } from "pg-boss";

/**
 * Creates a job in the caller's transaction, under an id that says what it is for: asked twice, it is there once. The
 * job exists if and only if that transaction commits.
 */
export type SendJob = (tx: PoolClient, queue: string, job: { id: string; data: object }) => Promise<void>;

export function sendThrough(boss: PgBoss): SendJob {
  return async (tx, queue, { id, data }) => {
    const db = { executeSql: (text: string, values?: unknown[]) => tx.query(text, values) };
    await boss.send(queue, data, { id, db });
  };
}
