import { assertNever } from "@kanban/domain/assert-never";
import type { ImapFlow } from "imapflow";
import type { FollowDeps } from "./follow-mailbox.ts";
import { forgetMessages, listSettled } from "./mail.repository.ts";
import type { FollowedMailbox } from "./mailbox.repository.ts";
import { FaultError } from "./mailbox-fault.ts";

/**
 * Does with captured messages of the open folder what their mailbox says, and forgets them. Only what the API has said to
 * be captured is touched; a crash before the forgetting does it once more, which changes nothing.
 */
export async function finishMessages(
  client: ImapFlow,
  mailbox: FollowedMailbox,
  place: { path: string; uidValidity: string },
  { pool }: Pick<FollowDeps, "pool">,
): Promise<void> {
  const settled = await listSettled(pool, mailbox.id, place);
  if (settled.length === 0) return;
  const captured = settled.filter(({ outcome }) => outcome === "captured").map(({ uid }) => uid);
  if (captured.length > 0) await finish(client, mailbox, captured.join(","));
  await forgetMessages(
    pool,
    mailbox.id,
    place,
    settled.map(({ uid }) => uid),
  );
}

async function finish(
  client: ImapFlow,
  { afterCapture, moveTo }: Pick<FollowedMailbox, "afterCapture" | "moveTo">,
  uids: string,
): Promise<void> {
  switch (afterCapture) {
    case "flag":
      if (!(await client.messageFlagsAdd(uids, ["\\Seen", "\\Flagged"], { uid: true })))
        throw new FaultError("folder", "The server does not let messages be flagged");
      return;
    case "move":
      return move(client, uids, moveTo ?? "Captured");
    case "archive":
      return move(client, uids, await archiveOf(client));
    default:
      return assertNever(afterCapture);
  }
}

async function move(client: ImapFlow, uids: string, folder: string): Promise<void> {
  if (await client.messageMove(uids, folder, { uid: true })) return;
  // Not there yet, most likely.
  await client.mailboxCreate(folder).catch(() => {});
  if (!(await client.messageMove(uids, folder, { uid: true })))
    throw new FaultError("folder", `The server does not let messages be moved to ${folder}`);
}

/** The folder the server says is for that; where all mail is kept, leaving a folder is archiving. */
async function archiveOf(client: ImapFlow): Promise<string> {
  const folders = await client.list();
  const special = (use: string) => folders.find(({ specialUse }) => specialUse === use)?.path;
  return special("\\Archive") ?? special("\\All") ?? "Archive";
}
