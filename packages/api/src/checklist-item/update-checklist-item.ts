import type { MutationInput } from "@kanban/domain/mutations";
import { planChecklistItemUpdate } from "@kanban/domain/plan-checklist-item";
import { defined } from "@kanban/domain/rows";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { itemOf, loadChecklist, settleChecklist } from "./change-checklist.ts";
import { updateChecklistItem } from "./checklist-item.repository.ts";

/** Another text, ticked or unticked. */
export function changeChecklistItem(ctx: ActorContext, input: MutationInput<"checklistItem.update">) {
  return mutateBoard(ctx, "checklistItem.update", input, async (scope) => {
    const { task, items } = await loadChecklist(scope, input.taskId);
    const item = itemOf(items, input.itemId);
    const change = planChecklistItemUpdate(task, item, input);
    if (!change) return [];
    await updateChecklistItem(scope.tx, item.id, defined(change.payload.after));
    return settleChecklist(scope, task.id, change);
  });
}
