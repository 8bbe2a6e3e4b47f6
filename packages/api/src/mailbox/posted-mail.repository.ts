import { hash } from "node:crypto";
import type { MailboxId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { prunedAtOnce, pruneInSteps } from "@kanban/messaging/prune-in-steps";
import type { ApiTx, Pool } from "../context.ts";

/** A clock may be off in both directions; twice that again is no signature that holds. */
const keptSeconds = 4 * limits.mailHookSeconds;

/** Keeps that a post was taken; false when it was there. */
export async function insertPost(
  tx: ApiTx,
  { mailboxId, signature, now }: { mailboxId: MailboxId; signature: string; now: Date },
): Promise<boolean> {
  const row = { mailboxId, signatureHash: hash("sha256", signature), receivedAt: now };
  const { count } = await tx.postedMail.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

/** Forgets posts whose signatures hold no more; answers how many. */
export function forgetOldPosts(pool: Pool): Promise<number> {
  return pruneInSteps(
    pool,
    `WITH gone AS (DELETE FROM posted_mail WHERE (mailbox_id, signature_hash) IN (
         SELECT mailbox_id, signature_hash FROM posted_mail
         WHERE received_at < now() - $1::int * interval '1 second' LIMIT $2) RETURNING 1)
     SELECT count(*)::int AS pruned FROM gone`,
    [keptSeconds, prunedAtOnce],
  );
}
