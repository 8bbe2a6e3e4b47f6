import { advisoryLocks } from "@kanban/messaging/advisory-locks";
import type { ApiDb, ApiTx } from "../context.ts";

/** Until the commit, nobody begins to refer to a stored file. */
export async function holdAllFiles(tx: ApiTx): Promise<void> {
  const [space, id] = advisoryLocks.storedFiles;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${space}::int, ${id}::int)`;
}

/** Those of the files a row names, as a file, as its preview, or in a mail that waits. */
export async function findReferredFiles(
  db: Pick<ApiTx, "$queryRaw">,
  sha256s: readonly string[],
): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    SELECT sha256 FROM attachment WHERE sha256 = ANY(${sha256s})
    UNION SELECT preview_sha256 FROM attachment WHERE preview_sha256 = ANY(${sha256s})
    UNION SELECT file ->> 'sha256' FROM quarantined_mail, jsonb_array_elements(mail -> 'files') AS file
      WHERE file ->> 'sha256' = ANY(${sha256s})`;
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Drops the rows of files removed before that moment; answers how many. */
export async function dropRemovedRows(db: ApiDb, before: Date): Promise<number> {
  const { count } = await db.attachment.deleteMany({ where: { removedAt: { lt: before } } });
  return count;
}
