import type { ChangePayload } from "@kanban/domain/change";
import type { HandlerContext } from "../handler.ts";
import { previewJobs } from "../jobs/queues.ts";
import { previewJobId } from "./preview-job.ts";
import { keepPreview } from "./preview.repository.ts";

/** A file has been uploaded: if it is an image, a small picture of it is to be made. */
export async function requestPreview(
  { tx, envelope, sendJob }: HandlerContext,
  { taskId, attachment }: ChangePayload<"attachment.created">,
): Promise<void> {
  if (attachment.preview !== "pending") return;
  const { id: attachmentId, sha256 } = attachment;
  const { boardId, actor: author, id: eventId, correlationId, depth } = envelope;
  if (await keepPreview(tx, { attachmentId, taskId, boardId, sha256, author, eventId, correlationId, depth }))
    await sendJob(tx, previewJobs.name, { id: previewJobId(attachmentId), data: { attachmentId } });
}
