import { limits } from "@kanban/domain/limits";
import { inTransaction } from "@kanban/messaging/in-transaction";
import type { FetchMessageObject, ImapFlow } from "imapflow";
import type { FolderMark } from "./folder.repository.ts";
import { fetchedBytes, fetchSource } from "./fetch-source.ts";
import { markSeen } from "./folder.repository.ts";
import type { FollowDeps } from "./follow-mailbox.ts";
import { keepMessage, type MessagePlace } from "./mail.repository.ts";
import type { FollowedMailbox } from "./mailbox.repository.ts";
import { type RawMail, takeMail } from "./take-mail.ts";

/** Messages asked about at once; each is fetched by itself. */
const atOnce = 50;
/** Messages up to this are fetched for all mailboxes at the same time: a hundred of them hold 100 MB at the very most. */
const smallBytes = 1024 * 1024;

/**
 * Takes the messages of the open folder that have come since it was last looked at, one after another. What is read of a
 * message is committed with the mark that it has been looked at: a crash in between reads it again. Nothing is changed
 * in the mailbox, not even that a message has been read. Answers how many there were. Messages are fetched outside the
 * turn: how long that takes is up to a server, and must be no other mailbox's wait.
 */
export async function takeMessages(
  client: ImapFlow,
  mailbox: FollowedMailbox,
  path: string,
  mark: FolderMark,
  { pool, storage, turn, largeTurn, fetchMs, isStopping, log }: FollowDeps,
): Promise<number> {
  const found = await client.search({ uid: `${mark.seenUid + 1}:*` }, { uid: true });
  // The star stands for the last message also when that is an earlier one.
  const fresh = (found || []).filter((uid) => uid > mark.seenUid).sort((one, other) => one - other);
  for (let from = 0; from < fresh.length; from += atOnce) {
    for (const message of await describe(client, fresh.slice(from, from + atOnce))) {
      if (isStopping()) return 0;
      await takeMessage(message);
    }
  }
  return fresh.length;

  async function takeMessage(message: FetchMessageObject): Promise<void> {
    const { uid, internalDate } = message;
    const place = { path, uidValidity: mark.uidValidity, uid };
    const receivedAt = internalDate ? new Date(internalDate) : new Date();
    if (uid <= mark.datedUpTo && receivedAt < mark.since) return markSeen(pool, mailbox.id, path, place);
    const fetchAndRead = async () => {
      const bytes = await fetchSource(client, message, fetchMs);
      // Moved or deleted meanwhile, by its person.
      if (!bytes) return markSeen(pool, mailbox.id, path, place);
      await turn(() => read(message, place, { bytes, receivedAt }));
    };
    if (fetchedBytes(message) <= smallBytes) return fetchAndRead();
    // The wait may be long, and a connection without a word is taken for lost, here as there.
    const awake = setInterval(() => void client.noop().catch(() => {}), fetchMs);
    // A large one is held until it is read, before the next of its kind is fetched.
    return largeTurn(() => {
      clearInterval(awake);
      return fetchAndRead();
    });
  }

  async function read(
    { size = 0 }: FetchMessageObject,
    place: MessagePlace,
    { bytes, receivedAt }: Pick<RawMail, "bytes" | "receivedAt">,
  ): Promise<void> {
    const megabytes = size > limits.mailBytes ? Math.round(size / 1024 / 1024) : null;
    const taken = await takeMail(storage, { mailboxId: mailbox.id, bytes, megabytes, folder: path, receivedAt });
    await inTransaction(pool, async (tx) => {
      // Whoever has removed it meanwhile waits, and then finds all of it. Described anew it may be another server's,
      // where this message does not lie: whoever follows it next looks again.
      const known = await tx.query(
        "SELECT FROM followed_mailbox WHERE id = $1 AND changed_at = $2 AND removed_at IS NULL FOR SHARE",
        [mailbox.id, mailbox.changedAt],
      );
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
