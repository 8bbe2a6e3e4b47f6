import type { Pool, QueryConfig } from "pg";
import { advisoryLocks } from "./advisory-locks.ts";
import { inTransaction } from "./in-transaction.ts";
import { beginEpochIfRestored } from "./incarnation.ts";
import type { OutboxTable } from "./outbox-table.ts";
import { errorWords } from "./permanent-error.ts";

/** Text of the envelopes in one batch, after which the rest waits for the next: notes may be 100 kB each. */
const batchBytes = 4_000_000;

/** Events in one batch: enough that its few round trips weigh little, few enough for one statement. */
export const relayBatch = 500;

/** The other side's database is away, full, or refuses: nothing this side could mend. Its cause says why. */
export class OtherSideError extends Error {
  override name = "OtherSideError";
}

type Unpublished = { position: string; id: string; type: string; version: number; envelope: string };
type Standing = { sentUpTo: string | null };

/**
 * Copies one batch of unpublished events to the other side's `event_inbox`, in order, and marks them; answers how many
 * (0 also when another replica is at it). Marked rows are what has been relayed, never a position: a transaction
 * still open may commit a smaller position later, and a cursor would pass over it.
 *
 * Each event leaves with the id of the one published before it, and none leaves in the epoch of a database that this
 * one is only a restored copy of.
 *
 * A crash after the insert and before the mark repeats the batch; the inbox drops what it has. The publisher's role
 * may only INSERT, so the conflict target stays unnamed and nothing is returned.
 */
export async function relayOnce({
  source,
  target,
  outbox,
  batch = relayBatch,
}: {
  source: Pool;
  target: Pool;
  outbox: OutboxTable;
  batch?: number;
}): Promise<number> {
  return inTransaction(source, async (tx) => {
    // Asked together, answered in this order: what is read was read by the elected one.
    const lock = tx.query<{ elected: boolean }>({
      name: "relay-elect",
      text: "SELECT pg_try_advisory_xact_lock($1, $2) AS elected",
      values: [...advisoryLocks.relay],
    });
    const epoch = beginEpochIfRestored(tx, outbox);
    const unpublished = tx.query<Unpublished>({
      name: `relay-read-${outbox.name}`,
      text: `SELECT position, id, type, version, envelope
       FROM (SELECT *, sum(octet_length(envelope)) OVER (ORDER BY position) - octet_length(envelope) AS bytes_before
             FROM (SELECT position, id, type, version, (${outbox.envelope})::text AS envelope
                   FROM ${outbox.name} WHERE published_at IS NULL ORDER BY position LIMIT $1) AS unpublished) AS sized
       WHERE bytes_before < $2
       ORDER BY position`,
      values: [batch, batchBytes],
    });
    const standing = tx.query<Standing>({
      name: "relay-standing",
      text: `SELECT sent_up_to AS "sentUpTo" FROM instance`,
    });
    const [elected, , { rows }, before] = await Promise.all([lock, epoch, unpublished, standing]);
    if (!elected.rows[0]?.elected || rows.length === 0) return 0;
    const ids = rows.map((row) => row.id);
    await insertThere(target, {
      name: "relay-insert",
      text: `INSERT INTO event_inbox (id, type, version, envelope)
       SELECT id, type, version, envelope::jsonb || jsonb_build_object('previous', previous)
       FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::uuid[])
         WITH ORDINALITY AS event (id, type, version, envelope, previous, place)
       ORDER BY place
       ON CONFLICT DO NOTHING`,
      values: [
        ids,
        rows.map((row) => row.type),
        rows.map((row) => row.version),
        rows.map((row) => row.envelope),
        [before.rows[0]?.sentUpTo ?? null, ...ids.slice(0, -1)],
      ],
    });
    // One time for the whole batch, later than that of every batch before: a transaction's own `now()` may be older
    // than the moment it was elected.
    await tx.query({
      name: `relay-mark-${outbox.name}`,
      text: `WITH told AS (UPDATE instance SET sent_up_to = $2)
       UPDATE ${outbox.name} SET published_at = (SELECT clock_timestamp()) WHERE position = ANY($1::bigint[])`,
      values: [rows.map((row) => row.position), ids.at(-1)],
    });
    return rows.length;
  });
}

async function insertThere(target: Pool, statement: QueryConfig): Promise<void> {
  try {
    await target.query(statement);
  } catch (error) {
    throw new OtherSideError(`The other side's database: ${errorWords(error)}`, { cause: error });
  }
}
