import { createAttachment, type FileLimits } from "@kanban/api/attachment/create-attachment";
import { bytesToAccept, type FilePlace } from "@kanban/api/attachment/file-access.repository";
import { sniffedBytes, sniffType } from "@kanban/api/attachment/sniff-type";
import { type ApiDeps, actorContext, type Session } from "@kanban/api/context";
import type { MutationAnswer } from "@kanban/domain/board-event";
import { cleanFileName } from "@kanban/domain/file-name";
import { refuse } from "@kanban/domain/refusal";
import { FileTooLarge, type FileStorage } from "@kanban/file-storage/file-storage";

export type ReceivedFile = {
  place: FilePlace;
  /** As its sender calls it. */
  name: string;
  /** As announced; `null` when it was not. */
  size: number | null;
  bytes: AsyncIterable<Uint8Array>;
};

/**
 * Takes a file in: everything that can be judged before the first byte is, the bytes go to the storage as they come,
 * and only when all are there does the task get them. Whatever ends it early leaves nothing behind.
 */
export async function receiveFile(
  deps: ApiDeps,
  session: Session,
  { place, name, size, bytes }: ReceivedFile,
  { storage, fileLimits }: { storage: FileStorage; fileLimits: FileLimits },
): Promise<MutationAnswer> {
  const maxBytes = await bytesToAccept(deps.db, session.userId, place, fileLimits);
  const tooLarge = () =>
    maxBytes < fileLimits.bytesPerFile
      ? refuse("BOARD_FILES_FULL", { limit: fileLimits.bytesPerBoard })
      : refuse("FILE_TOO_LARGE", { limit: fileLimits.bytesPerFile });
  if (size !== null && size > maxBytes) return tooLarge();
  const head = new Head();
  const stored = await storage.put(head.watch(bytes), { maxBytes }).catch((error: unknown) => {
    if (error instanceof FileTooLarge) return tooLarge();
    if (head.isBroken()) throw error;
    throw new StorageAway("A file could not be stored", { cause: error });
  });
  const file = { ...place, ...stored, name: cleanFileName(name), type: sniffType(head.bytes()) };
  return createAttachment(actorContext(deps, session), file, { storage, fileLimits });
}

/** The storage takes or gives nothing: its disk is full or gone, or the bucket does not answer. */
export class StorageAway extends Error {
  override name = "StorageAway";
}

/** Keeps the first bytes of a stream that goes elsewhere. */
class Head {
  #chunks: Uint8Array[] = [];
  #size = 0;
  #isBroken = false;

  async *watch(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    // True only while the sender is waited for: what fails then is its doing.
    this.#isBroken = true;
    for await (const chunk of bytes) {
      if (this.#size < sniffedBytes) {
        this.#chunks.push(chunk.slice(0, sniffedBytes - this.#size));
        this.#size += chunk.byteLength;
      }
      this.#isBroken = false;
      yield chunk;
      this.#isBroken = true;
    }
    this.#isBroken = false;
  }

  /** Whether it is the sender that has failed, and not whoever reads. */
  isBroken(): boolean {
    return this.#isBroken;
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }
}
