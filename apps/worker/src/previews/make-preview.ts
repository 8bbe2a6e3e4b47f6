import { attachmentIdSchema, taskIdSchema } from "@kanban/domain/ids";
import type { BoardEnvelope } from "@kanban/events/envelope";
import { attachmentPreviewed, type WorkerEventPayload } from "@kanban/events/worker-events";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { boardEventOf } from "../bridge/board-event.ts";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { describeError, PermanentError } from "@kanban/messaging/permanent-error";
import { buffer } from "node:stream/consumers";
import type { Pool } from "pg";
import type { Job, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { appendOutbox } from "../jobs/agent-run.repository.ts";
import { bossInTransaction } from "../jobs/boss-in-transaction.ts";
import { previewJobSchema } from "./preview-job.ts";
import { findWaitingPreview, markPreview, type WaitingPreview } from "./preview.repository.ts";
import { shrinkImage } from "./shrink-image.ts";

export type PreviewDeps = {
  pool: Pool;
  boss: Pick<PgBoss, "complete">;
  storage: Pick<FileStorage, "get" | "put">;
  log: Logger;
  now: () => Date;
};
export type PreviewJob = Pick<Job, "id" | "name" | "data" | "retryCount">;

type MadePreview = WorkerEventPayload<"attachment.previewed">["preview"];

/**
 * Makes a small picture of a file. It is stored before the news of it, which is one commit with the job's completion: a
 * crash in between makes the same bytes again, under the same name, and tells of them under the same id. Bytes that are
 * no image are told of, too: trying again could not help.
 */
export async function makePreview({ pool, boss, storage, log, now }: PreviewDeps, job: PreviewJob): Promise<void> {
  const parsed = previewJobSchema.safeParse(job.data);
  if (!parsed.success) throw new PermanentError(`Not the data of a make-preview job: ${parsed.error.message}`);
  const waiting = await findWaitingPreview(pool, parsed.data.attachmentId);
  if (waiting === undefined) throw new PermanentError("There is no such file");
  if (waiting === null) return;
  const bytes = await storage.get(waiting.sha256);
  // Not mounted, perhaps, or another folder than the API's: an operator can help, and is told when tries run out.
  if (!bytes) throw new Error("The bytes are not in the storage this worker sees");
  const { preview, error } = await shrinkAndStore(storage, await buffer(bytes));
  if (error !== null)
    log.info({ attachmentId: waiting.attachmentId, reason: error }, "no preview can be made of a file");
  const finishedAt = now();
  await inTransaction(pool, async (tx) => {
    await markPreview(tx, waiting.attachmentId, { error, finishedAt });
    await appendOutbox(tx, [newsOf(waiting, preview, finishedAt)]);
    const attempt = [{ id: job.id, retryCount: job.retryCount }];
    await boss.complete(job.name, attempt, undefined, { db: bossInTransaction(tx) });
  });
}

/** Only what the image library says of the bytes counts against them; a storage that is away is worth another try. */
async function shrinkAndStore(
  storage: Pick<FileStorage, "put">,
  bytes: Buffer,
): Promise<{ preview: MadePreview; error: string | null }> {
  const small = await shrinkImage(bytes).catch((error: unknown) => describeError(error));
  if (typeof small === "string") return { preview: null, error: small };
  const { width, height } = small;
  const { sha256 } = await storage.put(once(small.bytes));
  return { preview: { sha256, width, height }, error: null };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function newsOf(
  { attachmentId, taskId, boardId, sha256, ...cause }: WaitingPreview,
  preview: MadePreview,
  at: Date,
): BoardEnvelope {
  const id = deterministicId(attachmentId, attachmentPreviewed.type);
  const payload: WorkerEventPayload<"attachment.previewed"> = {
    taskId: taskIdSchema.parse(taskId),
    attachmentId: attachmentIdSchema.parse(attachmentId),
    sha256,
    preview,
  };
  return boardEventOf(attachmentPreviewed, payload, { id, boardId, cause, at });
}
