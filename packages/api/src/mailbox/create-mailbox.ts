import { mailboxIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { refuse } from "@kanban/domain/refusal";
import { mailboxPurpose } from "@kanban/messaging/mailbox-purpose";
import { sealSecret } from "@kanban/messaging/sealed-secret";
import type { z } from "zod";
import type { ActorContext } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { newId } from "../new-id.ts";
import { checkBoards } from "./check-boards.ts";
import type { createMailboxInput } from "./mailbox-input.ts";
import { insertMailbox, type MailboxRow } from "./mailbox.repository.ts";
import { needMailKey } from "./seal-for.ts";
import { tellMailbox } from "./tell-mailbox.ts";

/** Has a mailbox followed. Its password is sealed before it is written anywhere, and never told to anybody again. */
export async function createMailbox(ctx: ActorContext, input: z.output<typeof createMailboxInput>) {
  const { db, actor, clock } = ctx;
  const { connection, ...sorting } = input;
  const key = needMailKey(ctx);
  const { password, ...fields } = connection;
  if (password === undefined) return refuse("PASSWORD_NEEDED");
  await checkBoards(db, actor.userId, sorting, connection);
  const now = clock.now();
  const id = mailboxIdSchema.parse(newId(now));
  const mailbox: MailboxRow = {
    ...{ id, userId: actor.userId, kind: "imap", createdAt: now, changedAt: now },
    ...sorting,
    ...fields,
    sealedSecret: sealSecret(key, mailboxPurpose(id), password),
  };
  await inTransaction(db, async (tx) => {
    if (!(await insertMailbox(tx, mailbox, limits.mailboxesPerUser)))
      refuse("LIMIT_REACHED", { limit: limits.mailboxesPerUser });
    await tellMailbox(tx, mailbox, now);
  });
  return { mailboxId: id };
}
