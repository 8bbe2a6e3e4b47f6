import type { MailboxId, UserId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { QuarantineReason } from "@kanban/domain/mail/mail-sets";
import { type ReceivedMail, receivedMailSchema } from "@kanban/domain/mail/received-mail";
import type { RefusalCode } from "@kanban/domain/refusal";
import { advisoryLocks } from "@kanban/messaging/advisory-locks";
import { prunedAtOnce, pruneInSteps } from "@kanban/messaging/prune-in-steps";
import type { ApiDb, ApiTx, Pool } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";

/** A mail that waits for a decision. */
export type QuarantinedMail = {
  mailId: string;
  mail: ReceivedMail;
  reason: QuarantineReason;
  refusal: RefusalCode | null;
};

/** Puts a mail into quarantine, once. Beyond `limits.quarantinedMails` a person's oldest make room. */
export async function quarantineMail(
  db: ApiDb,
  { id: mailboxId, userId }: { id: MailboxId; userId: UserId },
  mail: ReceivedMail,
  { reason, refusal, now }: { reason: QuarantineReason; refusal: RefusalCode | null; now: Date },
): Promise<void> {
  const [space, lock] = advisoryLocks.storedFiles;
  await inTransaction(db, async (tx) => {
    // Whoever begins to refer to files holds off whoever deletes those nobody refers to.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${space}::int, ${lock}::int)`;
    await tx.quarantinedMail.createMany({
      data: [{ id: mail.mailId, mailboxId, mail, reason, refusal, createdAt: now }],
      skipDuplicates: true,
    });
    await tx.sql`
      DELETE FROM quarantined_mail WHERE id IN (
        SELECT q.id FROM quarantined_mail q JOIN mailbox b ON b.id = q.mailbox_id
        WHERE b.user_id = ${userId}::uuid ORDER BY q.created_at DESC, q.id OFFSET ${limits.quarantinedMails}::int)`;
  });
}

/** A mail that waits for this person's decision; `null` when there is none of that id. */
export async function findQuarantined(
  db: ApiDb,
  userId: UserId,
  mailId: string,
): Promise<(QuarantinedMail & { mailboxId: MailboxId }) | null> {
  const row = await db.quarantinedMail.findFirst({ where: { id: mailId, mailbox: { userId } } });
  const read = row && readQuarantined(row);
  return read && { ...read, mailboxId: row.mailboxId as MailboxId };
}

/** What waits for this person's decision, the newest first; as many as are shown at once. */
export async function listQuarantined(db: ApiDb, userId: UserId) {
  const rows = await db.quarantinedMail.findMany({
    where: { mailbox: { userId } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: limits.quarantinePage,
  });
  return rows.flatMap((row) => readQuarantined(row) ?? []);
}

/** How many wait for this person's decision. */
export async function countQuarantined(db: ApiDb, userId: UserId): Promise<number> {
  return db.quarantinedMail.count({ where: { mailbox: { userId } } });
}

/** Takes a mail out of quarantine; the mailbox it came by, `null` when it was not there. */
export async function releaseMail(tx: ApiTx, userId: UserId, mailId: string): Promise<{ mailboxId: MailboxId } | null> {
  const [row] = await tx.sql<{ mailboxId: MailboxId }>`
    DELETE FROM quarantined_mail q USING mailbox b
    WHERE q.id = ${mailId}::uuid AND b.id = q.mailbox_id AND b.user_id = ${userId}::uuid
    RETURNING b.id::text AS "mailboxId"`;
  return row ?? null;
}

/** Forgets mails nobody has decided about for long; answers how many. */
export function forgetOldQuarantine(pool: Pool): Promise<number> {
  return pruneInSteps(
    pool,
    `WITH gone AS (DELETE FROM quarantined_mail WHERE id IN (
         SELECT id FROM quarantined_mail WHERE created_at < now() - $1::int * interval '1 day' LIMIT $2) RETURNING 1)
     SELECT count(*)::int AS pruned FROM gone`,
    [limits.quarantineDays, prunedAtOnce],
  );
}

/** One that was stored in a form nobody reads any more counts as none. */
function readQuarantined(row: {
  id: string;
  mail: unknown;
  reason: string;
  refusal: string | null;
}): QuarantinedMail | null {
  const read = receivedMailSchema.safeParse(row.mail);
  if (!read.success) return null;
  const { id: mailId, reason, refusal } = row;
  return {
    mailId,
    mail: read.data,
    reason: reason as QuarantineReason,
    refusal: refusal as RefusalCode | null,
  };
}
