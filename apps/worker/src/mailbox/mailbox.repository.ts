import type { AfterCapture, MailTls } from "@kanban/domain/mail/mail-sets";
import type { InstanceEventPayload } from "@kanban/events/instance-events";
import type { Pool, PoolClient } from "pg";

/** Told on this channel, with a mailbox's id: its description, or one of its mails, is another now. */
export const mailboxChannel = "mailbox";

/** A mailbox as it is followed. */
export type FollowedMailbox = {
  id: string;
  /** Of this description. */
  changedAt: Date;
  host: string;
  port: number;
  tls: MailTls;
  userName: string;
  sealedPassword: string;
  folders: string[];
  afterCapture: AfterCapture;
  moveTo: string | null;
  fromStart: boolean;
};

/**
 * Keeps how a mailbox is to be followed, unless something newer is known. Another server or user is another mailbox:
 * how far it has been read, and where mails lay, counts for nothing.
 */
export async function keepMailbox(tx: PoolClient, told: InstanceEventPayload<"mailbox.changed">): Promise<void> {
  const { mailboxId: id, changedAt, host, port, userName } = told;
  const { tls, sealedPassword, folders, afterCapture, moveTo, fromStart } = told;
  // A message that is being kept under the former description is there before it is looked for.
  await tx.query("SELECT FROM followed_mailbox WHERE id = $1 FOR UPDATE", [id]);
  for (const table of ["mail_folder", "mail_message"])
    await tx.query(
      `DELETE FROM ${table} USING followed_mailbox b
       WHERE mailbox_id = $1 AND b.id = $1 AND b.changed_at < $2 AND (b.host, b.user_name) IS DISTINCT FROM ($3, $4)`,
      [id, changedAt, host, userName],
    );
  await tx.query(
    `INSERT INTO followed_mailbox AS known (id, changed_at, host, port, tls, user_name, sealed_password, folders, after_capture,
       move_to, from_start)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (id) DO UPDATE SET changed_at = EXCLUDED.changed_at, removed_at = NULL, host = EXCLUDED.host,
       port = EXCLUDED.port, tls = EXCLUDED.tls, user_name = EXCLUDED.user_name,
       sealed_password = EXCLUDED.sealed_password, folders = EXCLUDED.folders, after_capture = EXCLUDED.after_capture,
       move_to = EXCLUDED.move_to, from_start = EXCLUDED.from_start
     WHERE known.changed_at < EXCLUDED.changed_at
       AND (known.removed_at IS NULL OR known.removed_at < EXCLUDED.changed_at)`,
    [id, changedAt, host, port, tls, userName, sealedPassword, folders, afterCapture, moveTo, fromStart],
  );
  await tellFollowers(tx, id);
}

/** Follows a mailbox no more, and forgets its password and where its mails lay; what was captured is not its any more. */
export async function endMailbox(
  tx: PoolClient,
  { mailboxId, removedAt }: InstanceEventPayload<"mailbox.removed">,
): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE followed_mailbox SET removed_at = $2, sealed_password = '' WHERE id = $1 AND removed_at IS NULL AND changed_at <= $2`,
    [mailboxId, removedAt],
  );
  // A hook has no row here, but mails.
  const isKnown = await tx.query("SELECT FROM followed_mailbox WHERE id = $1", [mailboxId]);
  if (rowCount === 0 && isKnown.rowCount !== 0) return;
  for (const table of ["mail_message", "mail_folder", "mail", "unread_mail"])
    await tx.query(`DELETE FROM ${table} WHERE mailbox_id = $1`, [mailboxId]);
  await tellFollowers(tx, mailboxId);
}

/** Has whoever follows a mailbox look again, in every process. */
export async function tellFollowers(tx: PoolClient, mailboxId: string): Promise<void> {
  await tx.query("SELECT pg_notify($1, $2)", [mailboxChannel, mailboxId]);
}

/** Every mailbox that is to be followed. */
export async function listMailboxes(pool: Pool): Promise<FollowedMailbox[]> {
  const { rows } = await pool.query<FollowedMailbox>(
    `SELECT id, changed_at AS "changedAt", host, port, tls, user_name AS "userName", sealed_password AS "sealedPassword",
       folders, after_capture AS "afterCapture", move_to AS "moveTo", from_start AS "fromStart"
     FROM followed_mailbox WHERE removed_at IS NULL ORDER BY created_at`,
  );
  return rows;
}
