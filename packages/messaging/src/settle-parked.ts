import type { PoolClient } from "pg";

/** Puts a parked event back: it is handled once more, with all its tries. False when it is not parked any more. */
export async function redriveEvent(tx: Pick<PoolClient, "query">, eventId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE event_inbox SET parked_at = NULL, park_reason = NULL, attempts = 0, redrives = redrives + 1
     WHERE id = $1 AND parked_at IS NOT NULL AND discarded_at IS NULL`,
    [eventId],
  );
  return rowCount === 1;
}

/** Leaves a parked event for good. False when it is not parked any more. */
export async function discardEvent(tx: Pick<PoolClient, "query">, eventId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    "UPDATE event_inbox SET discarded_at = now() WHERE id = $1 AND parked_at IS NOT NULL AND discarded_at IS NULL",
    [eventId],
  );
  return rowCount === 1;
}
