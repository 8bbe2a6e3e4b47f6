import type { MailboxId } from "@kanban/domain/ids";
import { appendInstanceEvent } from "../bridge/instance-event.repository.ts";
import type { ApiDeps } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { insertPost } from "./posted-mail.repository.ts";

/** Has a posted mail read, whose bytes are stored; false when that very post has been taken before. */
export function postMail(
  { db, clock }: Pick<ApiDeps, "db" | "clock">,
  { mailboxId, sha256, signature }: { mailboxId: MailboxId; sha256: string; signature: string },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const now = clock.now();
    if (!(await insertPost(tx, { mailboxId, signature, now }))) return false;
    await appendInstanceEvent(tx, "mail.posted", { mailboxId, sha256, receivedAt: now.toISOString() }, { now });
    return true;
  });
}
