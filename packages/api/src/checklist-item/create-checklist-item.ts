import type { ChecklistItem } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import type { MutationInput } from "@kanban/domain/mutations";
import { planChecklistItemCreate } from "@kanban/domain/plan-checklist-item";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { loadChecklist, rankAmong, settleChecklist } from "./change-checklist.ts";
import { insertChecklistItems } from "./checklist-item.repository.ts";

/** Adds an item where its anchors say, else at the end. */
export function createChecklistItem(ctx: ActorContext, input: MutationInput<"checklistItem.create">) {
  return mutateBoard(ctx, "checklistItem.create", input, async (scope) => {
    const { task, items } = await loadChecklist(scope, input.taskId);
    const limit = limits.checklistItemsPerTask;
    if (items.length >= limit) refuse("LIMIT_REACHED", { limit });
    const rank = rankAmong(items, input.itemId, input);
    const item: ChecklistItem = { id: input.itemId, text: input.text, isDone: input.isDone, rank };
    if (!(await insertChecklistItems(scope.tx, scope.boardId, task.id, [item]))) refuse("ID_TAKEN");
    return settleChecklist(scope, task.id, planChecklistItemCreate(task, item));
  });
}
