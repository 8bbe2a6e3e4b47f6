import type { Pool } from "pg";
import type { FollowedMailbox } from "./mailbox.repository.ts";

/** How far a folder has been read. UIDs are numbers here: they have 32 bits. */
export type FolderMark = {
  uidValidity: string;
  seenUid: number;
  since: Date;
  datedUpTo: number;
};

/** What a server says of a folder that was opened. */
type OpenedFolder = { path: string; uidValidity: bigint; uidNext: number };

/**
 * How far a folder has been read; begins where its messages are now, or before the first of them if the mailbox is
 * followed from its start. With another UIDVALIDITY it is read anew, and what was captured is known by what it is.
 */
export async function markOf(
  pool: Pool,
  { id, fromStart }: Pick<FollowedMailbox, "id" | "fromStart">,
  { path, uidValidity, uidNext }: OpenedFolder,
  now: Date,
): Promise<FolderMark> {
  const { rows } = await pool.query<FolderMark>(
    `INSERT INTO mail_folder AS known (mailbox_id, path, uid_validity, seen_uid, since)
     VALUES ($1, $2, $3, CASE WHEN $5 THEN 0 ELSE $4::bigint END, CASE WHEN $5 THEN '-infinity' ELSE $6::timestamptz END)
     ON CONFLICT (mailbox_id, path) DO UPDATE SET uid_validity = EXCLUDED.uid_validity,
       seen_uid = CASE WHEN known.uid_validity = EXCLUDED.uid_validity THEN known.seen_uid ELSE 0 END,
       dated_up_to = CASE WHEN known.uid_validity = EXCLUDED.uid_validity THEN known.dated_up_to ELSE $4::bigint END
     RETURNING uid_validity::text AS "uidValidity", seen_uid::float8 AS "seenUid", dated_up_to::float8 AS "datedUpTo",
       CASE WHEN isfinite(since) THEN since ELSE '1970-01-01' END AS since`,
    [id, path, uidValidity.toString(), uidNext - 1, fromStart, now],
  );
  const [mark] = rows;
  if (!mark) throw new Error("A folder has its mark");
  // Where messages lay under another UIDVALIDITY says nothing any more.
  await pool.query("DELETE FROM mail_message WHERE mailbox_id = $1 AND path = $2 AND uid_validity <> $3", [
    id,
    path,
    mark.uidValidity,
  ]);
  return mark;
}

/** Notes that all messages up to one have been looked at. */
export async function markSeen(
  tx: Pick<Pool, "query">,
  mailboxId: string,
  path: string,
  { uidValidity, uid }: { uidValidity: string; uid: number },
): Promise<void> {
  await tx.query(
    `UPDATE mail_folder SET seen_uid = greatest(seen_uid, $4) WHERE mailbox_id = $1 AND path = $2 AND uid_validity = $3`,
    [mailboxId, path, uidValidity, uid],
  );
}
