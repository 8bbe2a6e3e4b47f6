import { limits } from "@kanban/domain/limits";
import { inTransaction } from "@kanban/messaging/in-transaction";
import type { FetchMessageObject, ImapFlow } from "imapflow";
import type { FolderMark } from "./folder.repository.ts";
import { markSeen } from "./folder.repository.ts";
import type { FollowDeps } from "./follow-mailbox.ts";
import { keepMessage } from "./mail.repository.ts";
import type { FollowedMailbox } from "./mailbox.repository.ts";
import { takeMail } from "./take-mail.ts";

/** Messages asked about at once; each is fetched by itself. */
const atOnce = 50;
/** Of a message that is too large: its headers, and where they end is looked for. */
const headBytes = 64 * 1024;

/**
 * Takes the messages of the open folder that have come since it was last looked at, one after another. What is read of a
 * message is committed with the mark that it has been looked at: a crash in between reads it again. Nothing is changed
 * in the mailbox, not even that a message has been read. Answers how many there were.
 */
export async function takeMessages(
  client: ImapFlow,
  mailbox: FollowedMailbox,
  path: string,
  mark: FolderMark,
  { pool, storage, turn, isStopping, log }: FollowDeps,
): Promise<number> {
  const found = await client.search({ uid: `${mark.seenUid + 1}:*` }, { uid: true });
  // The star stands for the last message also when that is an earlier one.
  const fresh = (found || []).filter((uid) => uid > mark.seenUid).sort((one, other) => one - other);
  for (let from = 0; from < fresh.length; from += atOnce) {
    for (const message of await describe(client, fresh.slice(from, from + atOnce))) {
      if (isStopping()) return 0;
      await turn(() => takeMessage(message));
    }
  }
  return fresh.length;

  async function takeMessage({ uid, size = 0, internalDate }: FetchMessageObject): Promise<void> {
    const place = { path, uidValidity: mark.uidValidity, uid };
    const receivedAt = internalDate ? new Date(internalDate) : new Date();
    if (uid <= mark.datedUpTo && receivedAt < mark.since) return markSeen(pool, mailbox.id, path, place);
    const isLarge = size > limits.mailBytes;
    const fetched = await client.fetchOne(
      String(uid),
      { source: isLarge ? { maxLength: headBytes } : true },
      { uid: true },
    );
    // Moved or deleted meanwhile, by its person.
    if (!fetched || !fetched.source) return markSeen(pool, mailbox.id, path, place);
    const megabytes = isLarge ? Math.round(size / 1024 / 1024) : null;
    const raw = { mailboxId: mailbox.id, bytes: fetched.source, megabytes, folder: path, receivedAt };
    const taken = await takeMail(storage, raw);
    await inTransaction(pool, async (tx) => {
      // Whoever has removed it meanwhile waits, and then finds all of it.
      const known = await tx.query("SELECT FROM followed_mailbox WHERE id = $1 AND removed_at IS NULL FOR SHARE", [
        mailbox.id,
      ]);
      if (known.rowCount === 0) return;
      await taken.keep(tx);
      if (!taken.isSilent) await keepMessage(tx, { mailId: taken.mailId, mailboxId: mailbox.id as never }, place);
      await markSeen(tx, mailbox.id, path, place);
    });
    log.debug({ mailboxId: mailbox.id, mailId: taken.mailId }, "a mail was taken");
  }
}

async function describe(client: ImapFlow, uids: readonly number[]): Promise<FetchMessageObject[]> {
  const query = { uid: true, size: true, internalDate: true };
  const messages = await client.fetchAll(uids.join(","), query, { uid: true });
  return messages.sort((one, other) => one.uid - other.uid);
}
