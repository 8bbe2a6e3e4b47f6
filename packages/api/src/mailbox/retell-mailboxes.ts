import type { SqlTx } from "../context.ts";
import { listFollowedMailboxes } from "./mailbox.repository.ts";
import { tellMailbox } from "./tell-mailbox.ts";

/** Tells every mailbox to a worker that has lost its memory, as it has been told before. */
export async function retellMailboxes(tx: SqlTx, now: Date): Promise<void> {
  for (const mailbox of await listFollowedMailboxes(tx)) await tellMailbox(tx, mailbox, now);
}
