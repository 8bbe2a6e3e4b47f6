import type { MutationInput } from "@kanban/domain/mutations";
import { planChecklistItemMove } from "@kanban/domain/plan-checklist-item";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { itemOf, loadChecklist, rankAmong, settleChecklist } from "./change-checklist.ts";
import { updateChecklistItem } from "./checklist-item.repository.ts";

/** To another place in the list; NEIGHBOURS_MOVED when its anchors are gone. */
export function moveChecklistItem(ctx: ActorContext, input: MutationInput<"checklistItem.move">) {
  return mutateBoard(ctx, "checklistItem.move", input, async (scope) => {
    const { task, items } = await loadChecklist(scope, input.taskId);
    const item = itemOf(items, input.itemId);
    const change = planChecklistItemMove(task, item, rankAmong(items, item.id, input));
    if (!change) return [];
    await updateChecklistItem(scope.tx, item.id, change.payload.after);
    return settleChecklist(scope, task.id, change);
  });
}
