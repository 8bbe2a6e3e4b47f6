import { limits } from "@kanban/domain/limits";
import { mutationInputs, type MutationInput } from "@kanban/domain/mutations";
import { planChecklistItemRemove } from "@kanban/domain/plan-checklist-item";
import { planTaskCreate } from "@kanban/domain/plan-task-create";
import { refuse } from "@kanban/domain/refusal";
import { takeTaskNumber } from "../board/board.repository.ts";
import { admitTask } from "../column/admit-task.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { rankOnArrival } from "../task/place-task.ts";
import { rerankIfLong } from "../task/rerank-column.ts";
import { insertTask } from "../task/task-write.repository.ts";
import { itemOf, loadChecklist, settleChecklist } from "./change-checklist.ts";
import { deleteChecklistItem } from "./checklist-item.repository.ts";

/** Makes a checklist item a task of its own, below the one it came from. */
export function turnItemIntoTask(ctx: ActorContext, input: MutationInput<"checklistItem.toTask">) {
  return mutateBoard(ctx, "checklistItem.toTask", input, async (scope) => {
    const { tx, boardId, now } = scope;
    const { task, items } = await loadChecklist(scope, input.taskId);
    const item = itemOf(items, input.itemId);
    const { mutationId, newTaskId: taskId, overrideWip } = input;
    const asked = mutationInputs["task.create"].parse({
      ...{ boardId, mutationId, taskId, overrideWip, title: item.text, columnId: task.columnId, afterId: task.id },
    });
    const { column, overrodeWip } = await admitTask(scope, task.columnId, overrideWip?.reason);
    const rank = await rankOnArrival(tx, column, taskId, asked);
    const { number, openTasks } = await takeTaskNumber(tx, boardId);
    if (openTasks > limits.openTasksPerBoard) refuse("LIMIT_REACHED", { limit: limits.openTasksPerBoard });
    await deleteChecklistItem(tx, item.id);
    const left = await settleChecklist(scope, task.id, planChecklistItemRemove(task, item));
    const created = planTaskCreate({ taskId, number, column, rank, input: asked, overrodeWip, now });
    await insertTask(tx, boardId, created.payload.card, created.payload.notes);
    return [...left, created, ...(await rerankIfLong(scope, created.payload.card))];
  });
}
