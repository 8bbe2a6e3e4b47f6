import { openAsBlob } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { S3mini } from "s3mini";
import { fetchInTime } from "./fetch-in-time.ts";
import { assertSha256, type FileStorage } from "./file-storage.ts";
import { probe, removeSpooled, spool } from "./spool.ts";

export type Bucket = { endpoint: string; region: string; accessKeyId: string; secretAccessKey: string };

/** Keys begin with this, so that a bucket may hold other things, too. */
const prefix = "attachments/";
const pageKeys = 1_000;

/**
 * Files in an S3 bucket. A key follows from the bytes, which are known only when all have come: they wait in
 * `spoolFolder` until then.
 */
export function openS3Storage(
  bucket: Bucket,
  spoolFolder: string,
  { answerMs }: { answerMs?: number } = {},
): FileStorage {
  const s3 = new S3mini({ ...bucket, fetch: fetchInTime(answerMs) });
  const incoming = path.join(spoolFolder, "incoming");
  const keyOf = (sha256: string) => {
    assertSha256(sha256);
    return `${prefix}${sha256.slice(0, 2)}/${sha256}`;
  };
  const exists = async (sha256: string) => (await s3.objectExists(keyOf(sha256))) === true;
  return {
    put: async (bytes, { maxBytes } = {}) => {
      const { path: file, sha256, size } = await spool(incoming, bytes, maxBytes);
      try {
        // Also when it is there: that makes it young again.
        await s3.putAnyObject(keyOf(sha256), await openAsBlob(file), "application/octet-stream");
      } finally {
        await rm(file, { force: true });
      }
      return { sha256, size };
    },
    get: async (sha256, range) => {
      if (!(await exists(sha256))) return null;
      // Its end is the first byte that is not wanted.
      const { body } = range
        ? await s3.getObjectRaw(keyOf(sha256), false, range.start, range.end + 1)
        : await s3.getObjectRaw(keyOf(sha256));
      return body ? Readable.fromWeb(body) : Readable.from([]);
    },
    exists,
    remove: async (sha256) => void (await s3.deleteObject(keyOf(sha256))),
    list: async function* () {
      let token: string | undefined;
      do {
        const page = await s3.listObjectsPaged("/", prefix, pageKeys, token);
        for (const { Key, Size, LastModified } of page?.objects ?? [])
          yield { sha256: path.posix.basename(Key), size: Size, storedAt: LastModified };
        token = page?.nextContinuationToken;
      } while (token);
    },
    removeLeftovers: (before) => removeSpooled(incoming, before),
    checkWritable: async () => {
      await probe(incoming);
      if (!(await s3.bucketExists())) throw new Error("The bucket is not there, or its keys do not open it");
    },
  };
}
