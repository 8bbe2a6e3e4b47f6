import { buffer } from "node:stream/consumers";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { describeError } from "@kanban/messaging/permanent-error";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Turn } from "./follow-mailbox.ts";
import { delayPosted, forgetPosted, type PostedMail, takePosted } from "./posted-mail.repository.ts";
import { takeMail } from "./take-mail.ts";

/**
 * Reads one posted mail that is due, whose bytes the API has stored, as if it had been fetched; answers how many. It is
 * gone from the list when it has been told, in one commit. When its bytes are not there, it is tried again for ever:
 * somebody has been told that it was taken.
 */
export async function readPosted({
  pool,
  storage,
  turn,
  log,
}: {
  pool: Pool;
  storage: Pick<FileStorage, "get" | "put">;
  turn: Turn;
  log: Logger;
}): Promise<number> {
  return turn(async () => {
    const posted = await takePosted(pool);
    if (!posted) return 0;
    try {
      const taken = await take(storage, posted);
      await inTransaction(pool, async (tx) => {
        await taken.keep(tx);
        await forgetPosted(tx, posted.id);
      });
    } catch (error) {
      log.warn({ err: error, mailboxId: posted.mailboxId, component: "mailboxes" }, "a posted mail waits");
      await delayPosted(pool, posted.id, describeError(error));
    }
    return 1;
  });
}

async function take(storage: Pick<FileStorage, "get" | "put">, posted: PostedMail) {
  const stream = await storage.get(posted.sha256);
  if (!stream) throw new Error("The bytes are not in the storage this worker sees");
  const { mailboxId, receivedAt } = posted;
  return takeMail(storage, { mailboxId, bytes: await buffer(stream), megabytes: null, folder: null, receivedAt });
}
