import type { MutationInput } from "@kanban/domain/mutations";
import { planAttachmentRename } from "@kanban/domain/plan-attachment";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { countAttachments, updateAttachment } from "./attachment.repository.ts";
import { loadAttachments, presentOf } from "./task-attachments.ts";

/** Gives a file another name. */
export function renameAttachment(ctx: ActorContext, input: MutationInput<"attachment.rename">) {
  return mutateBoard(ctx, "attachment.rename", input, async (scope) => {
    const { task, attachments } = await loadAttachments(scope, input.taskId);
    const change = planAttachmentRename(task, presentOf(attachments, input.attachmentId), input.name);
    if (!change) return [];
    await updateAttachment(scope.tx, input.attachmentId, { name: input.name });
    await countAttachments(scope.tx, task.id, change.payload.version);
    return [change];
  });
}
