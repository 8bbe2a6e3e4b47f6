import type { ActorContext } from "../context.ts";
import { listQuarantined } from "./quarantine.repository.ts";

/** As much of a text as tells whether it is wanted. */
const shownText = 280;

/** What waits for a decision, as it is shown: its words as words, none of its files. */
export async function listQuarantine({ db, actor }: ActorContext) {
  const mails = await listQuarantined(db, actor.userId);
  return mails.map(({ mailId, mail, reason, refusal }) => ({
    ...{ mailId, reason, refusal, mailboxId: mail.mailboxId, subject: mail.subject, from: mail.from },
    text: mail.text.slice(0, shownText).toWellFormed(),
    files: mail.files.length,
    receivedAt: mail.receivedAt,
  }));
}
