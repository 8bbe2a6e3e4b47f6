import type { MutationInput } from "@kanban/domain/mutations";
import { planAttachmentRemove } from "@kanban/domain/plan-attachment";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { countAttachments, updateAttachment, writeCover } from "./attachment.repository.ts";
import { loadAttachments, presentOf } from "./task-attachments.ts";

/** Takes a file off its task, and off its card. Row and bytes are kept for a while, so that it can be brought back. */
export function removeAttachment(ctx: ActorContext, input: MutationInput<"attachment.remove">) {
  return mutateBoard(ctx, "attachment.remove", input, async (scope) => {
    const { tx, now } = scope;
    const { task, attachments } = await loadAttachments(scope, input.taskId);
    const attachment = presentOf(attachments, input.attachmentId);
    const change = planAttachmentRemove(task, attachment, now);
    const { version } = change.payload;
    await updateAttachment(tx, attachment.id, { removedAt: new Date(now) });
    await countAttachments(tx, task.id, version);
    if (change.payload.cover) await writeCover(tx, task.id, null, version);
    return [change];
  });
}
