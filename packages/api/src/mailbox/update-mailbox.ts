import { refuse } from "@kanban/domain/refusal";
import { mailboxPurpose } from "@kanban/messaging/mailbox-purpose";
import { sealSecret } from "@kanban/messaging/sealed-secret";
import type { z } from "zod";
import type { ActorContext } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { checkBoards } from "./check-boards.ts";
import type { MailboxConnection, updateMailboxInput } from "./mailbox-input.ts";
import { lockMailbox, type MailboxRow, writeMailbox } from "./mailbox.repository.ts";
import { needMailKey } from "./seal-for.ts";
import { tellMailbox } from "./tell-mailbox.ts";

/**
 * Changes a mailbox. Another server or user needs the password anew: else a stolen session could have it sent to a
 * server of its own.
 */
export async function updateMailbox(ctx: ActorContext, input: z.output<typeof updateMailboxInput>): Promise<void> {
  const { db, actor, clock } = ctx;
  const { mailboxId, connection, ...sorting } = input;
  await inTransaction(db, async (tx) => {
    const found = await lockMailbox(tx, actor.userId, mailboxId);
    await checkBoards(tx, actor.userId, sorting, connection, found);
    const known = found ?? refuse("MAILBOX_NOT_FOUND");
    // Of two descriptions the worker takes the later one, whichever clock they come from.
    const now = new Date(Math.max(clock.now().getTime(), known.changedAt.getTime() + 1));
    const changes = connection ? changesOf(ctx, known, connection) : {};
    const isToldAnew = connection !== undefined;
    const fields = { ...sorting, ...changes, ...(isToldAnew ? { changedAt: now } : {}) };
    await writeMailbox(tx, mailboxId, fields, { isToldAnew });
    if (isToldAnew) await tellMailbox(tx, { ...known, ...fields }, now);
  });
}

function changesOf(
  ctx: ActorContext,
  known: MailboxRow,
  { password, ...fields }: MailboxConnection,
): Partial<MailboxRow> {
  if (known.kind !== "imap") refuse("MAILBOX_NOT_FOUND");
  if (password !== undefined)
    return { ...fields, sealedSecret: sealSecret(needMailKey(ctx), mailboxPurpose(known.id), password) };
  const isSameDoor = (["host", "port", "tls", "userName"] as const).every((field) => fields[field] === known[field]);
  return isSameDoor ? fields : refuse("PASSWORD_NEEDED");
}
