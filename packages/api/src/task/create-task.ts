import type { TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { MutationInput } from "@kanban/domain/mutations";
import { planFirstItems, planTaskCreate } from "@kanban/domain/plan-task-create";
import { refuse } from "@kanban/domain/refusal";
import { insertFirstItems } from "../checklist-item/insert-first-items.ts";
import { takeTaskNumber } from "../board/board.repository.ts";
import { admitTask, type ColumnGuard } from "../column/admit-task.ts";
import { enterColumn } from "../column/column.repository.ts";
import type { ActorContext } from "../context.ts";
import { checkLabels } from "../label/label.repository.ts";
import { mutateBoard } from "../mutate-board.ts";
import { rankOnArrival } from "./place-task.ts";
import { rerankIfLong } from "./rerank-column.ts";
import { insertTask } from "./task-write.repository.ts";

/** A new task, at the end of its column or where its anchors say; the mutation id stands in for its id when none is given. */
export function createTask(ctx: ActorContext, input: MutationInput<"task.create">, guard: ColumnGuard = enterColumn) {
  return mutateBoard(ctx, "task.create", input, async (scope) => {
    const { tx, boardId, now } = scope;
    const taskId = input.taskId ?? (input.mutationId as string as TaskId);
    const { contextIds = [], tagIds = [], assigneeIds = [], projectId = null } = input;
    await checkLabels(tx, boardId, { contextIds, tagIds, assigneeIds, projectId });
    const { column, overrodeWip } = await admitTask(scope, input.columnId, input.overrideWip?.reason, guard);
    const rank = await rankOnArrival(tx, column, taskId, input);
    const { number, openTasks } = await takeTaskNumber(tx, boardId);
    if (openTasks > limits.openTasksPerBoard) refuse("LIMIT_REACHED", { limit: limits.openTasksPerBoard });
    const change = planTaskCreate({ taskId, number, column, rank, input, overrodeWip, now });
    await insertTask(tx, boardId, change.payload.card, change.payload.notes);
    const items = planFirstItems(change.payload.card, input.checklist);
    await insertFirstItems(tx, boardId, taskId, items);
    return [change, ...items, ...(await rerankIfLong(scope, change.payload.card))];
  });
}
