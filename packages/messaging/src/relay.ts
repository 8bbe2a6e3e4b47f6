import type { Pool } from "pg";
import { advisoryLocks } from "./advisory-locks.ts";
import { inTransaction } from "./in-transaction.ts";
import type { OutboxTable } from "./outbox-table.ts";

/** Text of the envelopes in one batch, after which the rest waits for the next: notes may be 100 kB each. */
const batchBytes = 4_000_000;

type Unpublished = { position: string; id: string; type: string; version: number; envelope: string };

/**
 * Copies one batch of unpublished events to the other side's `event_inbox`, in order, and marks them; answers how many
 * (0 also when another replica is at it). Marked rows are what has been relayed, never a position: a transaction
 * still open may commit a smaller position later, and a cursor would pass over it.
 *
 * A crash after the insert and before the mark repeats the batch; the inbox drops what it has. The publisher's role
 * may only INSERT, so the conflict target stays unnamed and nothing is returned.
 */
export async function relayOnce({
  source,
  target,
  outbox,
  batch = 500,
}: {
  source: Pool;
  target: Pool;
  outbox: OutboxTable;
  batch?: number;
}): Promise<number> {
  return inTransaction(source, async (tx) => {
    const lock = await tx.query<{ elected: boolean }>("SELECT pg_try_advisory_xact_lock($1, $2) AS elected", [
      ...advisoryLocks.relay,
    ]);
    if (!lock.rows[0]?.elected) return 0;
    const { rows } = await tx.query<Unpublished>(
      `SELECT position, id, type, version, envelope
       FROM (SELECT *, sum(octet_length(envelope)) OVER (ORDER BY position) - octet_length(envelope) AS bytes_before
             FROM (SELECT position, id, type, version, (${outbox.envelope})::text AS envelope
                   FROM ${outbox.name} WHERE published_at IS NULL ORDER BY position LIMIT $1) AS unpublished) AS sized
       WHERE bytes_before < $2
       ORDER BY position`,
      [batch, batchBytes],
    );
    if (rows.length === 0) return 0;
    await target.query(
      `INSERT INTO event_inbox (id, type, version, envelope)
       SELECT id, type, version, envelope::jsonb
       FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[])
         WITH ORDINALITY AS event (id, type, version, envelope, place)
       ORDER BY place
       ON CONFLICT DO NOTHING`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.type),
        rows.map((row) => row.version),
        rows.map((row) => row.envelope),
      ],
    );
    await tx.query(`UPDATE ${outbox.name} SET published_at = now() WHERE position = ANY($1::bigint[])`, [
      rows.map((row) => row.position),
    ]);
    return rows.length;
  });
}

/** How many events wait to be relayed and for how many seconds the oldest has: what health checks look at. */
export async function measureBacklog(
  source: Pool,
  outbox: OutboxTable,
): Promise<{ backlog: number; lagSeconds: number }> {
  const { rows } = await source.query<{ backlog: number; lagSeconds: number }>(
    `SELECT count(*)::int AS backlog,
            greatest(0, coalesce(extract(epoch FROM now() - min(${outbox.waitingSince})), 0))::float8 AS "lagSeconds"
     FROM ${outbox.name} WHERE published_at IS NULL`,
  );
  return rows[0] ?? { backlog: 0, lagSeconds: 0 };
}
