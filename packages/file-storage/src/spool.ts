import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { FileTooLarge, type StoredFile } from "./file-storage.ts";

/** Bytes on their way in: on disk, hashed, and under a name nobody looks for. */
export type Spooled = StoredFile & { path: string };

/** Writes a stream to a file of its own in `folder` and onto the platter; removes it when the stream breaks off. */
export async function spool(
  folder: string,
  bytes: AsyncIterable<Uint8Array>,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<Spooled> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, randomUUID());
  const hash = createHash("sha256");
  let size = 0;
  try {
    const handle = await open(file, "wx", 0o600);
    try {
      for await (const chunk of bytes) {
        size += chunk.byteLength;
        if (size > maxBytes) throw new FileTooLarge(`More than ${maxBytes} bytes`);
        hash.update(chunk);
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return { path: file, sha256: hash.digest("hex"), size };
}

/** Removes spooled files older than `before`: their process died, or they would not be there. */
export async function removeSpooled(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found && found.mtime < before) await rm(file, { force: true });
  }
}

/** @throws when a file cannot be written to `folder`. */
export async function probe(folder: string): Promise<void> {
  const { path: file } = await spool(folder, oneByte());
  await rm(file, { force: true });
}

async function* oneByte(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(1);
}
