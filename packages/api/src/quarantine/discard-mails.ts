import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { settleMail } from "../mailbox/settle-mail.ts";
import { releaseMail } from "./quarantine.repository.ts";

/** Leaves mails alone that wait: in their mailbox they stay as they are. One that is not there refuses all. */
export async function discardMails({ db, actor, clock }: ActorContext, mailIds: readonly string[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const mailId of new Set(mailIds)) {
      const released = (await releaseMail(tx, actor.userId, mailId)) ?? refuse("MAIL_NOT_FOUND");
      await settleMail(tx, { mailId, ...released }, "discarded", { now: clock.now() });
    }
  });
}
