import type { MutationInput } from "@kanban/domain/mutations";
import { planTaskUpdate } from "@kanban/domain/plan-task-update";
import { refuse } from "@kanban/domain/refusal";
import { defined } from "@kanban/domain/rows";
import type { ActorContext } from "../context.ts";
import { checkLabels } from "../label/label.repository.ts";
import { mutateBoard } from "../mutate-board.ts";
import { writeTask } from "./task-write.repository.ts";
import { findLiveTask } from "./task.repository.ts";

/**
 * Other fields of a task: the last writer wins, field by field, except that notes edited from an older text than the
 * task has now are refused with TEXT_CONFLICT and the newer text.
 */
export function updateTask(ctx: ActorContext, input: MutationInput<"task.update">) {
  return mutateBoard(ctx, "task.update", input, async ({ tx, boardId }) => {
    const task = (await findLiveTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    const change = planTaskUpdate(task, input);
    if (!change) return [];
    const { version } = change.payload;
    const after = defined(change.payload.after);
    const { contextIds = [], tagIds = [], assigneeIds = [], projectId = null } = after;
    await checkLabels(tx, boardId, { contextIds, tagIds, assigneeIds, projectId });
    await writeTask(tx, boardId, task, after, version);
    return [change];
  });
}
