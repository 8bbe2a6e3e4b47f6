import type { DeliveryFact } from "@kanban/events/delivery-events";
import type { Pool, PoolClient } from "pg";

/** Keeps that the worker has sent something. */
export async function recordDelivery(pool: Pool, { deliveryId, channel, sentAt }: DeliveryFact): Promise<void> {
  await pool.query(
    `INSERT INTO delivery_report (id, channel, sent_at) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET channel = EXCLUDED.channel, sent_at = EXCLUDED.sent_at`,
    [deliveryId, channel, sentAt],
  );
}

/** Twice as long as deliveries are confirmed. */
const keptDays = 60;

/** Forgets what is not confirmed any more. */
export async function forgetOldDeliveries(pool: Pool): Promise<void> {
  await pool.query(`DELETE FROM delivery_report WHERE received_at < now() - interval '${keptDays} days'`);
}

/** What the worker told to have sent in the last `days` days, oldest first. */
export async function listDeliveries(tx: PoolClient, days: number): Promise<DeliveryFact[]> {
  const { rows } = await tx.query<Omit<DeliveryFact, "sentAt"> & { sentAt: Date }>(
    `SELECT id AS "deliveryId", channel, sent_at AS "sentAt" FROM delivery_report
     WHERE received_at > now() - $1::int * interval '1 day' ORDER BY received_at`,
    [days],
  );
  return rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString() }));
}
