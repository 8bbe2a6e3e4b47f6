import type { PoolClient } from "pg";
import type { OutboxTable } from "./outbox-table.ts";
import { watermarkType } from "./watermark.ts";

/** Rows unmarked by one statement, so that none runs into its time limit. */
const slice = 10_000;

/** A transaction that was open longest may have published so many positions behind those that came after it. */
const reach = 10_000;

/**
 * Publishes again what was published after the other side's last event heard, `heardUpTo`: its inbox drops what it has.
 * Later in time or in position, because a slow transaction publishes a small position late and clocks are set back.
 * Answers false, and does nothing, when that event is not known here (or none is named).
 */
export async function republishAfter(tx: PoolClient, outbox: OutboxTable, heardUpTo: string | null): Promise<boolean> {
  const { rows } = await tx.query<{ position: string; publishedAt: string | null }>(
    `SELECT position, published_at::text AS "publishedAt" FROM ${outbox.name} WHERE id = $1`,
    [heardUpTo],
  );
  const [heard] = rows;
  if (!heard) return false;
  await unmark(tx, outbox, {
    from: Math.max(0, Number(heard.position) - reach),
    condition: "(position > $3::bigint OR published_at >= $4::timestamptz) AND id <> $5::uuid",
    values: [heard.position, heard.publishedAt, heardUpTo],
  });
  await tx.query("UPDATE instance SET sent_up_to = $1", [heardUpTo]);
  return true;
}

/** Publishes again everything there is, or everything of some types: the other side may have none of it. */
export async function republishAll(
  tx: PoolClient,
  outbox: OutboxTable,
  types: readonly string[] | null = null,
): Promise<void> {
  await unmark(tx, outbox, { from: 0, condition: "($3::text[] IS NULL OR type = ANY($3))", values: [types] });
  await tx.query("UPDATE instance SET sent_up_to = NULL");
}

/** Watermarks stay as they are: an old one says nothing any more, and each would be answered. */
async function unmark(
  tx: PoolClient,
  { name }: OutboxTable,
  { from, condition, values }: { from: number; condition: string; values: unknown[] },
): Promise<void> {
  const { rows } = await tx.query<{ last: string | null }>(`SELECT max(position) AS last FROM ${name}`);
  const last = Number(rows[0]?.last ?? 0);
  for (let position = from; position <= last; position += slice)
    await tx.query(
      `UPDATE ${name} SET published_at = NULL
       WHERE position >= $1::bigint AND position < $2::bigint AND published_at IS NOT NULL
         AND type <> '${watermarkType}' AND ${condition}`,
      [position, position + slice, ...values],
    );
}
