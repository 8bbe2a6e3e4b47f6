import { limits } from "@kanban/domain/limits";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { inTransaction } from "../in-transaction.ts";
import type { ApiDeps } from "../context.ts";
import { dropRemovedRows, findReferredFiles, holdAllFiles } from "./forget-files.repository.ts";

const day = 86_400_000;
/** An upload that lives on after a day is none. */
const leftoverMs = day;
/** Files deleted under one lock: uploads wait for it. */
const batch = 50;

/**
 * Deletes files nobody can bring back any more: rows of those removed long ago, and then bytes that are as old and that
 * no row names. Who begins to refer to bytes makes them young again and holds the lock this takes, so that none are
 * deleted under a row. Answers what was deleted.
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
    files += await inTransaction(db, async (tx) => {
      await holdAllFiles(tx);
      const referred = await findReferredFiles(tx, asked);
      const forgotten = asked.filter((sha256) => !referred.has(sha256));
      for (const sha256 of forgotten) await storage.remove(sha256);
      return forgotten.length;
    });
  };
  for await (const { sha256, storedAt } of storage.list()) {
    if (storedAt < before) old.push(sha256);
    if (old.length === batch) await deleteOld();
  }
  if (old.length > 0) await deleteOld();
  return { rows, files };
}
