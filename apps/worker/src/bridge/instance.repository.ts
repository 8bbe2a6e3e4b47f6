import { currentIncarnation } from "@kanban/messaging/incarnation";
import type { Pool, PoolClient } from "pg";

/*
 * What this worker has sent to the outside world stands in its own database, which may be a restored one that has
 * forgotten it. So nothing leaves until the API, which was told of everything that left, has answered this worker's
 * latest question; before its answer it confirms what it was told.
 */

/** A question has been put: until it is answered nothing leaves. */
export async function awaitAnswer(tx: PoolClient, reportId: string): Promise<void> {
  await tx.query("UPDATE instance SET report_id = $1", [reportId]);
}

/** The API has answered a report; of an earlier one than the latest that counts for nothing. */
export async function takeAnswer(tx: PoolClient, reportId: string): Promise<void> {
  await tx.query("UPDATE instance SET answered_report_id = $1 WHERE report_id = $1", [reportId]);
}

/** A worker starts: what an earlier one was answered may have been about another database. */
export async function forgetAnswers(pool: Pool): Promise<void> {
  await pool.query("UPDATE instance SET answered_report_id = NULL");
}

/** Whether something may leave: the API has answered, and the database is still the one that asked. */
export async function maySend(client: Pool | PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>({
    name: "may-send",
    text: `SELECT coalesce(report_id = answered_report_id AND incarnation = ${currentIncarnation}, false) AS may
           FROM instance`,
  });
  return rows[0]?.may ?? false;
}
