import { type MailboxId, mailboxIdSchema } from "@kanban/domain/ids";
import { openSecret } from "@kanban/messaging/sealed-secret";
import type { ApiDeps } from "../context.ts";
import { findMailboxWithOwner } from "./mailbox.repository.ts";
import { hookPurpose } from "./seal-for.ts";

/** An address mail is posted to, and what its posts are signed with. */
export type MailHook = { mailboxId: MailboxId; secret: string };

/** `null` when there is no such address, or its secret does not open with the key of this instance. */
export async function findHook({ db, mailKey }: Pick<ApiDeps, "db" | "mailKey">, id: string): Promise<MailHook | null> {
  const read = mailboxIdSchema.safeParse(id);
  if (!read.success || mailKey === undefined) return null;
  const mailbox = await findMailboxWithOwner(db, read.data);
  if (mailbox?.kind !== "hook") return null;
  const secret = openSecret(mailKey, hookPurpose(mailbox.id), mailbox.sealedSecret);
  return secret === null ? null : { mailboxId: mailbox.id, secret };
}
