import type { DeliveryFact } from "@kanban/events/delivery-events";
import type { Pool, PoolClient } from "pg";

export type Letter = { deliveryId: string; to: string; subject: string; text: string };

/** Keeps a letter that is to be sent; answers whether it has yet to be. Asked twice it is there once. */
export async function keepLetter(tx: PoolClient, { deliveryId, to, subject, text }: Letter): Promise<boolean> {
  await tx.query(
    `INSERT INTO delivery (id, channel, recipient, subject, body, state) VALUES ($1, 'mail', $2, $3, $4, 'waiting')
     ON CONFLICT DO NOTHING`,
    [deliveryId, to, subject, text],
  );
  const { rowCount } = await tx.query("SELECT FROM delivery WHERE id = $1 AND state <> 'sent'", [deliveryId]);
  return rowCount === 1;
}

/** Takes over that letters were sent, whatever is known of them here: perhaps nothing, and perhaps they are asked for again. */
export async function confirmSent(tx: PoolClient, deliveries: readonly DeliveryFact[]): Promise<void> {
  await tx.query(
    `INSERT INTO delivery AS d (id, channel, recipient, subject, body, state, sent_at)
     SELECT "deliveryId", channel, '', '', '', 'sent', "sentAt"
     FROM jsonb_to_recordset($1::jsonb) AS known ("deliveryId" uuid, channel text, "sentAt" timestamptz)
     ON CONFLICT (id) DO UPDATE SET state = 'sent', sent_at = EXCLUDED.sent_at, error = NULL WHERE d.state <> 'sent'`,
    [JSON.stringify(deliveries)],
  );
}

/** Twice as long as the API confirms what was sent. */
const wordsKeptDays = 60;

/**
 * Forgets to whom letters went long ago, and what they said. That they were sent is kept: an API restored from an old
 * backup asks for them again.
 */
export async function forgetWordsOfLetters(pool: Pool): Promise<void> {
  await pool.query(
    `UPDATE delivery SET recipient = '', subject = '', body = ''
     WHERE state = 'sent' AND sent_at < now() - interval '${wordsKeptDays} days' AND (recipient, subject, body) <> ('', '', '')`,
  );
}

/**
 * Notes, and commits, that a letter is about to leave: a crash after this may have sent it. `null` when it has been
 * sent, `undefined` when nobody knows of it.
 */
export async function beginSending(pool: Pool, deliveryId: string): Promise<Letter | null | undefined> {
  const { rows } = await pool.query<Omit<Letter, "deliveryId">>(
    `UPDATE delivery SET state = 'sending', attempts = attempts + 1 WHERE id = $1 AND state <> 'sent'
     RETURNING recipient AS "to", subject, body AS text`,
    [deliveryId],
  );
  const [letter] = rows;
  if (letter) return { deliveryId, ...letter };
  const { rowCount } = await pool.query("SELECT FROM delivery WHERE id = $1", [deliveryId]);
  return rowCount === 1 ? null : undefined;
}

export async function markSent(tx: PoolClient, deliveryId: string, sentAt: Date): Promise<void> {
  await tx.query("UPDATE delivery SET state = 'sent', sent_at = $2, error = NULL WHERE id = $1", [deliveryId, sentAt]);
}

/** Notes why a letter did not leave: `waiting` for another try, or `failed` for good. What was sent stays sent. */
export async function markUnsent(
  pool: Pool,
  deliveryId: string,
  { state, error }: { state: "waiting" | "failed"; error: string },
): Promise<void> {
  await pool.query("UPDATE delivery SET state = $2, error = $3 WHERE id = $1 AND state <> 'sent'", [
    deliveryId,
    state,
    error,
  ]);
}
