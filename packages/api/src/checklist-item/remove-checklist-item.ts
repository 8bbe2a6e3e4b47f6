import type { MutationInput } from "@kanban/domain/mutations";
import { planChecklistItemRemove } from "@kanban/domain/plan-checklist-item";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { itemOf, loadChecklist, settleChecklist } from "./change-checklist.ts";
import { deleteChecklistItem } from "./checklist-item.repository.ts";

/** Takes an item off its list; the event carries it, so that it can be brought back. */
export function removeChecklistItem(ctx: ActorContext, input: MutationInput<"checklistItem.remove">) {
  return mutateBoard(ctx, "checklistItem.remove", input, async (scope) => {
    const { task, items } = await loadChecklist(scope, input.taskId);
    const item = itemOf(items, input.itemId);
    await deleteChecklistItem(scope.tx, item.id);
    return settleChecklist(scope, task.id, planChecklistItemRemove(task, item));
  });
}
