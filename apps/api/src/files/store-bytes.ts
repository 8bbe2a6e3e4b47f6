import { sniffedBytes, sniffType } from "@kanban/file-storage/sniff-type";
import { FileTooLarge, type FileStorage, type StoredFile } from "@kanban/file-storage/file-storage";

/** The storage takes or gives nothing: its disk is full or gone, or the bucket does not answer. */
export class StorageAway extends Error {
  override name = "StorageAway";
}

/**
 * Hands bytes to the storage as they come, and tells their type by what they begin with. What the sender does wrong is
 * thrown on as it is.
 * @throws StorageAway when the storage cannot; whatever `tooLarge` throws beyond `maxBytes`.
 */
export async function storeBytes(
  storage: Pick<FileStorage, "put">,
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes, tooLarge }: { maxBytes: number; tooLarge: () => never },
): Promise<StoredFile & { type: string }> {
  const head = new Head();
  const stored = await storage.put(head.watch(bytes), { maxBytes }).catch((error: unknown) => {
    if (error instanceof FileTooLarge) return tooLarge();
    if (head.isBroken()) throw error;
    throw new StorageAway("A file could not be stored", { cause: error });
  });
  return { ...stored, type: sniffType(head.bytes()) };
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
