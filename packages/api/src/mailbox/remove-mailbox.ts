import type { MailboxId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { deleteMailbox } from "./mailbox.repository.ts";
import { tellRemoval } from "./tell-mailbox.ts";

/** Ends a mailbox or an address for posted mail. What was captured stays; what waits is forgotten. */
export async function removeMailbox({ db, actor, clock }: ActorContext, mailboxId: MailboxId): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await deleteMailbox(tx, actor.userId, mailboxId))) refuse("MAILBOX_NOT_FOUND");
    await tellRemoval(tx, mailboxId, { now: clock.now() });
  });
}
