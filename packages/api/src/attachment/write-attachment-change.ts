import type { AttachmentChange } from "@kanban/domain/apply-attachment-change";
import type { ApiTx } from "../context.ts";
import { countAttachments, updateAttachment, writeCover } from "./attachment.repository.ts";

/** Writes what undoing changes of a task's files. */
export async function writeAttachmentChange(
  tx: ApiTx,
  { type, payload }: Exclude<AttachmentChange, { type: "preview.recorded" | "attachment.created" }>,
): Promise<void> {
  const { taskId, version } = payload;
  switch (type) {
    case "attachment.updated":
      await updateAttachment(tx, payload.attachmentId, payload.after);
      return countAttachments(tx, taskId, version);
    case "attachment.removed":
      await updateAttachment(tx, payload.attachment.id, { removedAt: new Date(payload.removedAt) });
      await countAttachments(tx, taskId, version);
      return payload.cover ? writeCover(tx, taskId, null, version) : undefined;
    case "attachment.restored":
      await updateAttachment(tx, payload.attachment.id, { removedAt: null });
      return countAttachments(tx, taskId, version);
    case "task.covered":
      return writeCover(tx, taskId, payload.after.cover, version);
  }
}
