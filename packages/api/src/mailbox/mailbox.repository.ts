import type { BoardId, MailboxId, UserId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { AfterCapture, MailboxFault, MailboxKind, MailTls } from "@kanban/domain/mail/mail-sets";
import type { WorkerEventPayload } from "@kanban/events/worker-events";
import type { ApiDb, ApiTx, SqlTx } from "../context.ts";
import type { MailAddress, MailFolder } from "./mailbox-input.ts";

/** A mailbox as it is stored. */
export type MailboxRow = {
  id: MailboxId;
  userId: UserId;
  kind: MailboxKind;
  name: string;
  boardId: BoardId | null;
  addresses: MailAddress[];
  senders: string[];
  folders: MailFolder[];
  /** All of these, or for a hook none. */
  host: string | null;
  port: number | null;
  tls: MailTls | null;
  userName: string | null;
  afterCapture: AfterCapture | null;
  moveTo: string | null;
  fromStart: boolean;
  sealedSecret: string;
  createdAt: Date;
  changedAt: Date;
};

/** What the worker last told of it. */
type MailboxState = {
  fault: { reason: MailboxFault; detail: string } | null;
  reportedAt: Date | null;
  lastMailAt: Date | null;
};
/** What the worker needs to know of one. */
export type ToldMailbox = Omit<MailboxRow, "userId" | "name" | "boardId" | "addresses" | "senders" | "createdAt">;
export type KnownMailbox = MailboxRow & MailboxState;

/** A person's mailboxes, in the order they were made. */
export async function listMailboxRows(db: ApiDb, userId: UserId): Promise<KnownMailbox[]> {
  const rows = await db.mailbox.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
  return rows.map(readRow);
}

/**
 * A mailbox of the person's, for whoever is about to change it: others who are wait, and then find it changed. `null`
 * when they have none of that id.
 */
export async function lockMailbox(tx: ApiTx, userId: UserId, mailboxId: MailboxId): Promise<KnownMailbox | null> {
  await tx.sql`SELECT FROM mailbox WHERE id = ${mailboxId}::uuid AND user_id = ${userId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.mailbox.findFirst({ where: { id: mailboxId, userId } });
  return row && readRow(row);
}

/** A mailbox and whose it is, for mail that comes by it. */
export async function findMailboxWithOwner(db: ApiDb, mailboxId: string) {
  const row = await db.mailbox.findUnique({
    where: { id: mailboxId },
    include: { user: { select: { email: true, timeZone: true } } },
  });
  if (!row) return null;
  const { user, ...own } = row;
  return { ...readRow(own), owner: user };
}
export type MailboxWithOwner = NonNullable<Awaited<ReturnType<typeof findMailboxWithOwner>>>;

/** Every mailbox that is followed, or one of them, as the worker is told of it. */
export async function listFollowedMailboxes(tx: SqlTx, mailboxId: MailboxId | null = null): Promise<ToldMailbox[]> {
  return tx.sql<ToldMailbox>`
    SELECT id::text, kind, host, port, tls, user_name AS "userName", sealed_secret AS "sealedSecret", folders,
      after_capture AS "afterCapture", move_to AS "moveTo", from_start AS "fromStart", changed_at AS "changedAt"
    FROM mailbox WHERE kind = 'imap' AND (${mailboxId}::uuid IS NULL OR id = ${mailboxId}::uuid) ORDER BY created_at`;
}

/** Writes a mailbox unless its person has `most` already; false when they have. */
export async function insertMailbox(tx: ApiTx, mailbox: MailboxRow, most: number): Promise<boolean> {
  // Two at once are counted one after the other.
  await tx.sql`SELECT FROM "user" WHERE id = ${mailbox.userId}::uuid FOR NO KEY UPDATE`;
  if ((await tx.mailbox.count({ where: { userId: mailbox.userId } })) >= most) return false;
  await tx.mailbox.create({ data: mailbox, select: { id: true } });
  return true;
}

/** Writes what a person has changed. What was told of it before says nothing of it any more. */
export async function writeMailbox(
  tx: ApiTx,
  mailboxId: MailboxId,
  fields: Partial<Omit<MailboxRow, "id" | "userId" | "kind">>,
  { isToldAnew }: { isToldAnew: boolean },
): Promise<void> {
  const state = isToldAnew ? { fault: {}, reportedAt: null } : {};
  await tx.mailbox.update({ where: { id: mailboxId }, data: { ...fields, ...state }, select: { id: true } });
}

/**
 * Names one more sender, unless there are `limits.sendersPerMailbox`. In one statement: several may be named at once, and
 * the mailbox may be gone.
 */
export async function addSender(tx: ApiTx, mailboxId: MailboxId, sender: string): Promise<void> {
  await tx.sql`
    UPDATE mailbox SET senders = array_append(senders, ${sender}::text)
    WHERE id = ${mailboxId}::uuid AND ${sender}::text <> ALL (senders)
      AND cardinality(senders) < ${limits.sendersPerMailbox}::int`;
}

/** Removes a mailbox with all that waits in its quarantine; false when the person has none of that id. */
export async function deleteMailbox(tx: ApiTx, userId: UserId, mailboxId: MailboxId): Promise<boolean> {
  return (await tx.mailbox.deleteMany({ where: { id: mailboxId, userId } })).count === 1;
}

/**
 * Keeps how following a mailbox goes, unless something newer is known; answers since when the worker should follow what
 * it is now, `null` for a mailbox nobody knows.
 */
export async function keepReport(
  tx: ApiTx,
  { mailboxId, changedAt, reportedAt, fault }: WorkerEventPayload<"mailbox.reported">,
): Promise<Date | null> {
  const [row] = await tx.sql<{ changedAt: Date }>`
    UPDATE mailbox SET
      fault = CASE WHEN isnew THEN ${JSON.stringify(fault ?? {})}::jsonb ELSE fault END,
      reported_at = CASE WHEN isnew THEN ${reportedAt}::timestamptz ELSE reported_at END
    FROM (SELECT id AS known, changed_at = ${changedAt}::timestamptz
            AND (reported_at IS NULL OR reported_at < ${reportedAt}::timestamptz) AS isnew
          FROM mailbox WHERE id = ${mailboxId}::uuid FOR UPDATE) AS seen
    WHERE id = known RETURNING changed_at AS "changedAt"`;
  return row?.changedAt ?? null;
}

/** Notes that mail has come. */
export async function noteMail(tx: ApiTx, mailboxId: MailboxId, at: Date): Promise<void> {
  await tx.sql`
    UPDATE mailbox SET last_mail_at = greatest(last_mail_at, ${at.toISOString()}::timestamptz)
    WHERE id = ${mailboxId}::uuid`;
}

type StoredRow = Awaited<ReturnType<ApiDb["mailbox"]["findMany"]>>[number];

/** Text columns and JSON hold what was parsed before it was written. An empty fault is none. */
function readRow(row: StoredRow): KnownMailbox {
  const fault = row.fault as Partial<NonNullable<MailboxState["fault"]>> | null;
  return { ...row, fault: fault?.reason ? fault : null } as KnownMailbox;
}
