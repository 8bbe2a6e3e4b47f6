import { createReadStream, createWriteStream, existsSync, linkSync, mkdirSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import type pg from "pg";

const filesFolder = "files";

/** What a backup holds of the attachments: those in it by their hashes, and those their rows name but nobody has. */
export type BackedUpFiles = { held: string[]; missing: string[] };

/** Every file the attachments of a database name, their previews among them. */
export async function listFiles(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query<{ isThere: boolean }>(
    "SELECT to_regclass('public.attachment') IS NOT NULL AS \"isThere\"",
  );
  if (!found[0]?.isThere) return [];
  const { rows } = await client.query<{ sha256: string }>(
    `SELECT sha256 FROM attachment UNION SELECT preview_sha256 FROM attachment WHERE preview_sha256 IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ sha256 }) => sha256);
}

/**
 * Copies files into a backup. One that an earlier backup beside it holds is shared with that (a file never changes), so
 * that fourteen backups take little more room than one.
 */
export async function copyFilesOut(
  storage: Pick<FileStorage, "get">,
  names: readonly string[],
  backup: string,
): Promise<BackedUpFiles> {
  const into = path.join(backup, filesFolder);
  const earlier = earlierBackups(backup);
  const result: BackedUpFiles = { held: [], missing: [] };
  if (names.length > 0) mkdirSync(into, { mode: 0o700 });
  for (const name of names) {
    const to = path.join(into, name);
    const isHeld = share(earlier, name, to) || (await copy(storage, name, to));
    result[isHeld ? "held" : "missing"].push(name);
  }
  return result;
}

/** Puts the files of a backup into the storage, those that are not there; answers how many. */
export async function copyFilesIn(
  storage: Pick<FileStorage, "exists" | "put">,
  names: readonly string[],
  backup: string,
): Promise<number> {
  let copied = 0;
  for (const name of names) {
    if (await storage.exists(name)) continue;
    const { sha256 } = await storage.put(createReadStream(path.join(backup, filesFolder, name)));
    if (sha256 !== name) throw new Error(`${filesFolder}/${name} is not what was backed up`);
    copied += 1;
  }
  return copied;
}

function earlierBackups(backup: string): string[] {
  const beside = path.dirname(backup);
  const names = readdirSync(beside).filter((name) => !name.endsWith(".partial"));
  return names
    .sort()
    .toReversed()
    .map((name) => path.join(beside, name, filesFolder));
}

function share(earlier: readonly string[], name: string, to: string): boolean {
  const from = earlier.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  if (!from) return false;
  try {
    linkSync(from, to);
    return true;
  } catch {
    // A file system without links: a copy is as good.
    return false;
  }
}

async function copy(storage: Pick<FileStorage, "get">, name: string, to: string): Promise<boolean> {
  const bytes = await storage.get(name);
  if (!bytes) return false;
  try {
    await pipeline(bytes, createWriteStream(to, { mode: 0o600, flush: true }));
    return true;
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  }
}
