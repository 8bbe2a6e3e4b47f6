import { isSenderAllowed, sameAddress } from "@kanban/domain/mail/senders";
import type { ReceivedMail } from "@kanban/domain/mail/received-mail";
import { DomainError } from "@kanban/domain/refusal";
import type { ApiDeps, Cause } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { findQuarantined, quarantineMail } from "../quarantine/quarantine.repository.ts";
import { captureMail, type CaptureDeps } from "./capture-mail.ts";
import { isCaptured } from "./captured-mail.repository.ts";
import { findMailboxWithOwner, type MailboxWithOwner, noteMail } from "./mailbox.repository.ts";
import { settleMail } from "./settle-mail.ts";
import { tellRemoval } from "./tell-mailbox.ts";

/**
 * The worker has read a mail. From a sender its person has named it is captured; from another it waits in quarantine,
 * and so does one whose capture is refused: nothing is lost. What comes in bulk from somebody nobody has named is
 * nobody's task. Harmless to repeat, and each time the worker is told what became of it.
 */
export async function receiveMail(deps: ApiDeps & CaptureDeps, mail: ReceivedMail, cause: Cause): Promise<void> {
  const mailbox = await findMailboxWithOwner(deps.db, mail.mailboxId);
  if (!mailbox) {
    const answers = { id: cause.eventId, correlationId: cause.correlationId, depth: cause.depth };
    return inTransaction(deps.db, (tx) => tellRemoval(tx, mail.mailboxId, { now: deps.clock.now(), cause: answers }));
  }
  const outcome = await decide(deps, mailbox, mail, cause);
  await inTransaction(deps.db, async (tx) => {
    await noteMail(tx, mailbox.id, new Date(mail.receivedAt));
    await settleMail(tx, mail, outcome, { now: deps.clock.now(), cause });
  });
}

async function decide(deps: ApiDeps & CaptureDeps, mailbox: MailboxWithOwner, mail: ReceivedMail, cause: Cause) {
  if (await isCaptured(deps.db, mail.mailId)) return "captured";
  if (await findQuarantined(deps.db, mailbox.userId, mail.mailId)) return "quarantined";
  // Whoever writes to themselves is no stranger.
  const known = [...mailbox.senders, sameAddress(mailbox.owner.email)];
  const now = deps.clock.now();
  if (!isSenderAllowed(known, mail.from.address, mail)) {
    if (mail.isBulk) return "ignored";
    await quarantineMail(deps.db, mailbox, mail, { reason: "unknown-sender", refusal: null, now });
    return "quarantined";
  }
  try {
    await captureMail(deps, mailbox, mail, cause);
    return "captured";
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await quarantineMail(deps.db, mailbox, mail, { reason: "refused", refusal: error.code, now });
    return "quarantined";
  }
}
