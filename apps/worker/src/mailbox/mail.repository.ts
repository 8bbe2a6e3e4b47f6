import type { MailOutcome } from "@kanban/domain/mail/mail-sets";
import type { ReceivedMail } from "@kanban/domain/mail/received-mail";
import type { InstanceEventPayload } from "@kanban/events/instance-events";
import { mailReceived } from "@kanban/events/mailbox-events";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import { storable } from "@kanban/domain/storable";
import type { PoolClient } from "pg";
import { instanceEventOf } from "../bridge/instance-event.ts";
import { appendOutbox } from "../jobs/agent-run.repository.ts";
import { tellFollowers } from "./mailbox.repository.ts";

/** Where a message lies. */
export type MessagePlace = { path: string; uidValidity: string; uid: number };

/**
 * Keeps a mail and tells the API of it, once for each mail however often its message comes. `mail` is `null` for one that
 * nobody is to hear of. Whatever its sender wrote, it can be stored: a mail that cannot would hold up all that follow it.
 */
export async function keepMail(
  tx: PoolClient,
  { mailId, mailboxId }: Pick<ReceivedMail, "mailId" | "mailboxId">,
  read: ReceivedMail | null,
): Promise<void> {
  const mail = read && storableMail(read);
  const { rowCount } = await tx.query(
    `INSERT INTO mail (id, mailbox_id, payload, told_at, told, outcome, settled_at)
     VALUES ($1, $2, $3::jsonb, CASE WHEN $3::jsonb IS NOT NULL THEN now() END, CASE WHEN $3::jsonb IS NULL THEN 0 ELSE 1 END,
       CASE WHEN $3::jsonb IS NULL THEN 'ignored' END, CASE WHEN $3::jsonb IS NULL THEN now() END)
     ON CONFLICT DO NOTHING`,
    [mailId, mailboxId, mail && JSON.stringify(mail)],
  );
  if (rowCount === 1 && mail) await tell(tx, mail, 1);
}

/** Keeps where a mail lies: there something may be to do once it is captured. */
export async function keepMessage(
  tx: PoolClient,
  { mailId, mailboxId }: Pick<ReceivedMail, "mailId" | "mailboxId">,
  { path, uidValidity, uid }: MessagePlace,
): Promise<void> {
  await tx.query(
    `INSERT INTO mail_message (mailbox_id, path, uid_validity, uid, mail_id) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [mailboxId, path, uidValidity, uid, mailId],
  );
}

/** What became of a mail. Captured stays captured; what is known here of a mail that was forgotten is that alone. */
export async function settleMail(
  tx: PoolClient,
  { mailId, mailboxId, outcome }: InstanceEventPayload<"mail.settled">,
): Promise<void> {
  await tx.query(
    `INSERT INTO mail AS known (id, mailbox_id, outcome, settled_at) VALUES ($1, $2, $3, now())
     ON CONFLICT (id) DO UPDATE SET outcome = EXCLUDED.outcome, settled_at = EXCLUDED.settled_at, payload = NULL
     WHERE known.mailbox_id = EXCLUDED.mailbox_id AND known.outcome IS DISTINCT FROM 'captured'`,
    [mailId, mailboxId, outcome],
  );
  await tellFollowers(tx, mailboxId);
}

/** Messages of a folder whose mail is settled, by what became of it. */
export async function listSettled(
  client: Pick<PoolClient, "query">,
  mailboxId: string,
  { path, uidValidity }: Pick<MessagePlace, "path" | "uidValidity">,
): Promise<{ uid: number; outcome: MailOutcome }[]> {
  const { rows } = await client.query<{ uid: number; outcome: MailOutcome }>(
    `SELECT m.uid::float8 AS uid, mail.outcome FROM mail_message m JOIN mail ON mail.id = m.mail_id
     WHERE m.mailbox_id = $1 AND m.path = $2 AND m.uid_validity = $3 AND mail.outcome IS NOT NULL
       AND mail.outcome <> 'quarantined' ORDER BY m.uid`,
    [mailboxId, path, uidValidity],
  );
  return rows;
}

/** Nothing is to be done with these messages any more. */
export async function forgetMessages(
  client: Pick<PoolClient, "query">,
  mailboxId: string,
  { path, uidValidity }: Pick<MessagePlace, "path" | "uidValidity">,
  uids: readonly number[],
): Promise<void> {
  await client.query(
    "DELETE FROM mail_message WHERE mailbox_id = $1 AND path = $2 AND uid_validity = $3 AND uid = ANY($4::bigint[])",
    [mailboxId, path, uidValidity, uids],
  );
}

/** An answer may be lost with a restored database: then a mail is told again, ever more seldom. Mails at once. */
const retoldAtOnce = 100;

/** Tells mails again that were never settled, under another event's id, for the first was heard; answers how many. */
export async function tellAgain(tx: PoolClient): Promise<number> {
  const { rows } = await tx.query<{ payload: ReceivedMail; told: number }>(
    `UPDATE mail SET told = told + 1, told_at = now() WHERE id IN (
       SELECT id FROM mail WHERE outcome IS NULL AND payload IS NOT NULL
         AND told_at < now() - least(interval '10 minutes' * power(2, told - 1), interval '6 hours')
       ORDER BY told_at LIMIT ${retoldAtOnce} FOR UPDATE SKIP LOCKED)
     RETURNING payload, told`,
  );
  for (const { payload, told } of rows) await tell(tx, payload, told);
  return rows.length;
}

function storableMail(mail: ReceivedMail): ReceivedMail {
  const clean = (_key: string, value: unknown) => (typeof value === "string" ? storable(value) : value);
  return JSON.parse(JSON.stringify(mail, clean)) as ReceivedMail;
}

async function tell(tx: PoolClient, mail: ReceivedMail, times: number): Promise<void> {
  const id = deterministicId(mail.mailId, `${mailReceived.type} ${times}`);
  await appendOutbox(tx, [instanceEventOf(mailReceived, mail, { id })]);
}
