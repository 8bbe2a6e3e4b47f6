import { limits } from "@kanban/domain/limits";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { inTransaction } from "../in-transaction.ts";
import type { ApiDeps } from "../context.ts";
import { dropRemovedRows, findReferredFiles, holdAllFiles } from "./forget-files.repository.ts";

const day = 86_400_000;
/** An upload that lives on after a day is none. */
const leftoverMs = day;
/** Old files of which it is asked at once whether any is still referred to: most are. */
const batch = 50;

/**
 * Deletes files nobody can bring back any more: rows of those removed long ago, and then bytes that are as old and that
 * no row names. Who begins to refer to bytes makes them young again and holds the lock this takes, so that none are
 * deleted under a row. Uploads wait for that lock, and it ends with its transaction: so each file has one of its own.
 * Answers what was deleted.
 * @throws at the first file that cannot be deleted: a storage that is away would hold uploads up once for each.
 */
export async function forgetFiles({ db, clock }: Pick<ApiDeps, "db" | "clock">, storage: FileStorage) {
  const now = clock.now().getTime();
  const before = new Date(now - limits.trashDays * day);
  await storage.removeLeftovers(new Date(now - leftoverMs));
  const rows = await dropRemovedRows(db, before);
  let files = 0;
  let old: string[] = [];
  const deleteOld = async () => {
    const asked = old;
    old = [];
    const referred = await findReferredFiles(db, asked);
    for (const sha256 of asked) if (!referred.has(sha256) && (await forgetFile(db, storage, sha256))) files += 1;
  };
  for await (const { sha256, storedAt } of storage.list()) {
    if (storedAt < before) old.push(sha256);
    if (old.length === batch) await deleteOld();
  }
  if (old.length > 0) await deleteOld();
  return { rows, files };
}

/** False when somebody has begun to refer to it. */
function forgetFile(db: ApiDeps["db"], storage: FileStorage, sha256: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await holdAllFiles(tx);
    if ((await findReferredFiles(tx, [sha256])).size > 0) return false;
    await storage.remove(sha256);
    return true;
  });
}
