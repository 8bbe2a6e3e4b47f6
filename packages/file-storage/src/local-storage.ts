import { createReadStream } from "node:fs";
import { access, mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { assertSha256, type FileStorage } from "./file-storage.ts";
import { probe, removeSpooled, spool } from "./spool.ts";

/**
 * Files below `root`, in folders by the first two digits of their hash. A file is written elsewhere in `root`, synced
 * and renamed: under its own name it is always whole, also after a power cut.
 */
export function openLocalStorage(root: string): FileStorage {
  const incoming = path.join(root, "incoming");
  const placeOf = (sha256: string) => {
    assertSha256(sha256);
    return path.join(root, sha256.slice(0, 2), sha256);
  };
  return {
    put: async (bytes, { maxBytes } = {}) => {
      const { path: from, sha256, size } = await spool(incoming, bytes, maxBytes);
      const to = placeOf(sha256);
      try {
        if (await isThere(to)) {
          // Young again, so that nothing takes it for forgotten before somebody refers to it.
          const now = new Date();
          await utimes(to, now, now);
          await rm(from, { force: true });
        } else {
          await mkdir(path.dirname(to), { recursive: true });
          await rename(from, to);
          await syncFolder(path.dirname(to));
        }
      } catch (error) {
        await rm(from, { force: true });
        throw error;
      }
      return { sha256, size };
    },
    get: async (sha256, range) => {
      const file = placeOf(sha256);
      // Opened here, so that a file removed in between is still read to its end.
      const handle = await open(file, "r").catch(nullIfMissing);
      return handle && createReadStream(file, { fd: handle, ...range });
    },
    exists: (sha256) => isThere(placeOf(sha256)),
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
    list: async function* () {
      for (const folder of await readdir(root).catch(() => [])) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        for (const sha256 of await readdir(path.join(root, folder))) {
          const found = await stat(path.join(root, folder, sha256)).catch(nullIfMissing);
          if (found) yield { sha256, size: found.size, storedAt: found.mtime };
        }
      }
    },
    removeLeftovers: (before) => removeSpooled(incoming, before),
    checkWritable: () => probe(incoming),
  };
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    (error: unknown) => nullIfMissing(error) !== null,
  );
}

function nullIfMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw error;
}

/** A rename is kept by its folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
