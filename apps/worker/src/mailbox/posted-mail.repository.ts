import type { Envelope } from "@kanban/events/envelope";
import type { InstanceEventPayload } from "@kanban/events/instance-events";
import type { Pool, PoolClient } from "pg";
import { tellFollowers } from "./mailbox.repository.ts";

/** A mail that was posted and is to be read. */
export type PostedMail = { id: string; mailboxId: string; sha256: string; receivedAt: Date };

/** Keeps that a posted mail is to be read. */
export async function keepPosted(
  tx: PoolClient,
  { id }: Pick<Envelope, "id">,
  { mailboxId, sha256, receivedAt }: InstanceEventPayload<"mail.posted">,
): Promise<void> {
  await tx.query(
    "INSERT INTO unread_mail (id, mailbox_id, sha256, received_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    [id, mailboxId, sha256, receivedAt],
  );
  await tellFollowers(tx, mailboxId);
}

/**
 * The next posted mail that is due, `null` when there is none. Nobody else gets it for the half minute reading it may
 * take; when whoever took it dies, somebody does after that.
 */
export async function takePosted(pool: Pool): Promise<PostedMail | null> {
  const { rows } = await pool.query<PostedMail>(
    `UPDATE unread_mail SET due_at = now() + interval '30 seconds' WHERE id = (
       SELECT id FROM unread_mail WHERE due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, mailbox_id AS "mailboxId", sha256, received_at AS "receivedAt"`,
  );
  return rows[0] ?? null;
}

/** It has been read. */
export async function forgetPosted(tx: PoolClient, id: string): Promise<void> {
  await tx.query("DELETE FROM unread_mail WHERE id = $1", [id]);
}

/** It could not be read: after a pause that grows up to an hour it is tried again. */
export async function delayPosted(pool: Pool, id: string, error: string): Promise<void> {
  await pool.query(
    `UPDATE unread_mail SET attempts = attempts + 1, error = $2,
       due_at = now() + least(interval '5 seconds' * power(2, attempts), interval '1 hour') WHERE id = $1`,
    [id, error],
  );
}
