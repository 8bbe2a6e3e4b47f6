import type { MutationInput } from "@kanban/domain/mutations";
import { planAttachmentRestore } from "@kanban/domain/plan-attachment";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { countAttachments, updateAttachment } from "./attachment.repository.ts";
import { admitOneMore, attachmentOf, loadAttachments } from "./task-attachments.ts";

/** Brings a removed file back to its task. Nothing happens when it is there. */
export function restoreAttachment(ctx: ActorContext, input: MutationInput<"attachment.restore">) {
  return mutateBoard(ctx, "attachment.restore", input, async (scope) => {
    const { task, attachments } = await loadAttachments(scope, input.taskId);
    const change = planAttachmentRestore(task, attachmentOf(attachments, input.attachmentId));
    if (!change) return [];
    admitOneMore(attachments);
    await updateAttachment(scope.tx, input.attachmentId, { removedAt: null });
    await countAttachments(scope.tx, task.id, change.payload.version);
    return [change];
  });
}
