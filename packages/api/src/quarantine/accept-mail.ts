import { sameAddress } from "@kanban/domain/mail/senders";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { captureMail } from "../mailbox/capture-mail.ts";
import { addSender, findMailboxWithOwner } from "../mailbox/mailbox.repository.ts";
import { settleMail } from "../mailbox/settle-mail.ts";
import { findQuarantined, releaseMail } from "./quarantine.repository.ts";

/**
 * Captures a mail that waits, as it would have been; with `allowSender` its sender is no stranger to that mailbox any
 * more. Refused as a capture is: then it goes on waiting.
 */
export async function acceptMail(
  ctx: ActorContext,
  { mailId, allowSender }: { mailId: string; allowSender: boolean },
): Promise<void> {
  const { db, actor, clock } = ctx;
  const { mail, mailboxId } = (await findQuarantined(db, actor.userId, mailId)) ?? refuse("MAIL_NOT_FOUND");
  const mailbox = (await findMailboxWithOwner(db, mailboxId)) ?? refuse("MAIL_NOT_FOUND");
  await captureMail(ctx, mailbox, mail, null);
  await inTransaction(db, async (tx) => {
    await releaseMail(tx, actor.userId, mailId);
    // An odd address nobody could have typed is accepted this once.
    if (allowSender && mail.from.address !== "") await addSender(tx, mailboxId, sameAddress(mail.from.address));
    await settleMail(tx, mail, "captured", { now: clock.now() });
  });
}
