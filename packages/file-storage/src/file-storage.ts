import type { Readable } from "node:stream";

/** What was stored: the name follows from the bytes and from nothing else. */
export type StoredFile = { sha256: string; size: number };

/** Both ends belong to the range. */
export type ByteRange = { start: number; end: number };

/** Bytes by their SHA-256. Storing the same bytes again keeps one copy and makes it young again. */
export interface FileStorage {
  /**
   * Stores a stream without ever holding it whole. Nothing is left behind when the stream breaks off.
   * @throws FileTooLarge beyond `maxBytes`.
   */
  put(bytes: AsyncIterable<Uint8Array>, options?: { maxBytes?: number }): Promise<StoredFile>;
  /** `null` when there are no such bytes. */
  get(sha256: string, range?: ByteRange): Promise<Readable | null>;
  exists(sha256: string): Promise<boolean>;
  /** Removing what is not there is no error. */
  remove(sha256: string): Promise<void>;
  /** Everything stored, in no promised order. */
  list(): AsyncIterable<StoredFile & { storedAt: Date }>;
  /** Removes what uploads left behind whose process died. */
  removeLeftovers(before: Date): Promise<void>;
  /** @throws with the reason when nothing can be stored. */
  checkWritable(): Promise<void>;
}

/** More bytes came than may be stored; those that came are gone again. */
export class FileTooLarge extends Error {
  override name = "FileTooLarge";
}

const sha256Pattern = /^[0-9a-f]{64}$/;

/** @throws for anything but a SHA-256: a name becomes part of a path or key. */
export function assertSha256(name: string): void {
  if (!sha256Pattern.test(name)) throw new Error("Not the name of a stored file");
}
