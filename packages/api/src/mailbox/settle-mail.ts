import type { MailOutcome } from "@kanban/domain/mail/mail-sets";
import type { ReceivedMail } from "@kanban/domain/mail/received-mail";
import { appendInstanceEvent } from "../bridge/instance-event.repository.ts";
import type { ApiTx, Cause } from "../context.ts";

/** Tells the worker what became of a mail. Comes after the commit of what it tells, or with it. */
export async function settleMail(
  tx: ApiTx,
  { mailId, mailboxId }: Pick<ReceivedMail, "mailId" | "mailboxId">,
  outcome: MailOutcome,
  { now, cause = null }: { now: Date; cause?: Cause | null },
): Promise<void> {
  const answers = cause && { id: cause.eventId, correlationId: cause.correlationId, depth: cause.depth };
  await appendInstanceEvent(tx, "mail.settled", { mailId, mailboxId, outcome }, { now, cause: answers });
}
