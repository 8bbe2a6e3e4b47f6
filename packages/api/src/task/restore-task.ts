import type { MutationInput } from "@kanban/domain/mutations";
import { planTaskRestore } from "@kanban/domain/plan-task-leave";
import { refuse } from "@kanban/domain/refusal";
import { admitTask, type ColumnGuard } from "../column/admit-task.ts";
import { enterColumn } from "../column/column.repository.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { rankOnArrival } from "./place-task.ts";
import { rerankIfLong } from "./rerank-column.ts";
import { cardOfTask, findTask } from "./task.repository.ts";
import { writeRestored } from "./task-write.repository.ts";

/** Puts an archived or trashed task back at the end of its column, if that has room. Nothing happens to a live one. */
export function restoreTask(ctx: ActorContext, input: MutationInput<"task.restore">, guard: ColumnGuard = enterColumn) {
  return mutateBoard(ctx, "task.restore", input, async (scope) => {
    const { tx, boardId } = scope;
    const task = (await findTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    if (task.archivedAt === null && task.deletedAt === null) return [];
    const { column, overrodeWip } = await admitTask(scope, task.columnId, input.overrideWip?.reason, guard);
    const rank = await rankOnArrival(tx, column, task.id, {});
    const from = task.deletedAt === null ? "archive" : "trash";
    const [card, wasReference] = [cardOfTask(task), task.referenceAt !== null];
    const change = planTaskRestore({ card, notes: task.notes, column, rank, from, wasReference, overrodeWip });
    await writeRestored(tx, task.id, change.payload.card, change.payload.version);
    return [change, ...(await rerankIfLong(scope, change.payload.card))];
  });
}
