import type { MutationInput } from "@kanban/domain/mutations";
import { planCover } from "@kanban/domain/plan-attachment";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { writeCover } from "./attachment.repository.ts";
import { loadAttachments, presentOf } from "./task-attachments.ts";

/** Puts an image of the task on its card, or takes it off. */
export function setCover(ctx: ActorContext, input: MutationInput<"attachment.setCover">) {
  return mutateBoard(ctx, "attachment.setCover", input, async (scope) => {
    const { task, attachments } = await loadAttachments(scope, input.taskId);
    const change = planCover(task, input.attachmentId && presentOf(attachments, input.attachmentId));
    if (!change) return [];
    await writeCover(scope.tx, task.id, change.payload.after.cover, change.payload.version);
    return [change];
  });
}
