import type { MutationInput } from "@kanban/domain/mutations";
import { planTaskToItem } from "@kanban/domain/plan-conversion";
import { refuse } from "@kanban/domain/refusal";
import { loadChecklist, rankAmong, settleChecklist } from "../checklist-item/change-checklist.ts";
import { insertChecklistItems } from "../checklist-item/checklist-item.repository.ts";
import { leaveColumn } from "../column/column.repository.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { lockTask } from "./rank.repository.ts";
import { cardOfTask, findLiveTask } from "./task.repository.ts";
import { writeGone } from "./task-write.repository.ts";

/** Makes a task the last item of another's checklist; itself it goes to the trash. */
export function turnTaskIntoItem(ctx: ActorContext, input: MutationInput<"task.toChecklistItem">) {
  return mutateBoard(ctx, "task.toChecklistItem", input, async (scope) => {
    const { tx, boardId, now } = scope;
    await lockTask(tx, boardId, input.otherTaskId);
    const task = (await findLiveTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    const { task: other, items } = await loadChecklist(scope, input.otherTaskId);
    const { itemId } = input;
    const [left, added] = planTaskToItem({
      task: cardOfTask(task),
      other: cardOfTask(other),
      itemId,
      rank: rankAmong(items, itemId, {}),
      now,
    });
    await leaveColumn(tx, boardId, task.columnId);
    await writeGone(tx, task.id, { deletedAt: new Date(now) }, left.payload.version);
    if (!(await insertChecklistItems(tx, boardId, other.id, [added.payload.item]))) refuse("ID_TAKEN");
    return [left, ...(await settleChecklist(scope, other.id, added))];
  });
}
