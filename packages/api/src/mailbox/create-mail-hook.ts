import { randomBytes } from "node:crypto";
import { mailboxIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { refuse } from "@kanban/domain/refusal";
import { sealSecret } from "@kanban/messaging/sealed-secret";
import type { ActorContext } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { newId } from "../new-id.ts";
import { checkBoards } from "./check-boards.ts";
import type { Sorting } from "./mailbox-input.ts";
import { insertMailbox, type MailboxRow } from "./mailbox.repository.ts";
import { hookPurpose, needMailKey } from "./seal-for.ts";

/** Tells what it is to whoever finds it, and to programs that look for leaked secrets. */
const mark = "pkm_";

/** Makes an address mail can be posted to. The secret posts are signed with is in this answer and nowhere else. */
export async function createMailHook(ctx: ActorContext, sorting: Sorting) {
  const { db, actor, clock } = ctx;
  const key = needMailKey(ctx);
  await checkBoards(db, actor.userId, sorting, undefined);
  const now = clock.now();
  const id = mailboxIdSchema.parse(newId(now));
  const secret = mark + randomBytes(32).toString("base64url");
  const hook: MailboxRow = {
    ...{ id, userId: actor.userId, kind: "hook", createdAt: now, changedAt: now },
    ...sorting,
    ...{ host: null, port: null, tls: null, userName: null, afterCapture: null, moveTo: null },
    ...{ fromStart: false, folders: [] },
    sealedSecret: sealSecret(key, hookPurpose(id), secret),
  };
  const isMade = await inTransaction(db, (tx) => insertMailbox(tx, hook, limits.mailboxesPerUser));
  if (!isMade) refuse("LIMIT_REACHED", { limit: limits.mailboxesPerUser });
  return { mailboxId: id, secret };
}
