import type { InstanceEventPayload } from "@kanban/events/instance-events";
import { appendInstanceEvent } from "../bridge/instance-event.repository.ts";
import type { SqlTx } from "../context.ts";
import type { ToldMailbox } from "./mailbox.repository.ts";

/** Tells the worker a mailbox as it is now; of a hook it needs to know nothing. */
export async function tellMailbox(tx: SqlTx, mailbox: ToldMailbox, now: Date): Promise<void> {
  if (mailbox.kind === "imap") await appendInstanceEvent(tx, "mailbox.changed", describe(mailbox), { now });
}

/** Tells the worker that a mailbox is none any more. */
export async function tellRemoval(
  tx: SqlTx,
  mailboxId: ToldMailbox["id"],
  { now, cause = null }: Pick<Parameters<typeof appendInstanceEvent>[3], "now" | "cause">,
): Promise<void> {
  const payload = { mailboxId, removedAt: now.toISOString() };
  await appendInstanceEvent(tx, "mailbox.removed", payload, { now, cause });
}

function describe(mailbox: ToldMailbox): InstanceEventPayload<"mailbox.changed"> {
  const { id, changedAt, host, port, tls, userName, afterCapture, sealedSecret, folders, moveTo, fromStart } = mailbox;
  if (host === null || port === null || tls === null || userName === null || afterCapture === null)
    throw new Error("A mailbox that is followed has a server");
  return {
    ...{
      mailboxId: id,
      changedAt: changedAt.toISOString(),
      host,
      port,
      tls,
      userName,
      afterCapture,
      moveTo,
      fromStart,
    },
    sealedPassword: sealedSecret,
    folders: folders.map(({ path }) => path),
  };
}
