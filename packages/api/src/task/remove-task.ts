import type { MutationInput } from "@kanban/domain/mutations";
import { planTaskRemove } from "@kanban/domain/plan-task-leave";
import { refuse } from "@kanban/domain/refusal";
import { leaveColumn } from "../column/column.repository.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { cardOfTask, findTask } from "./task.repository.ts";
import { writeGone } from "./task-write.repository.ts";

/** Puts a task into the trash, from the board or the archive. Nothing happens when it is there. */
export function removeTask(ctx: ActorContext, input: MutationInput<"task.remove">) {
  return mutateBoard(ctx, "task.remove", input, async ({ tx, boardId, now }) => {
    const task = (await findTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    if (task.deletedAt !== null) return [];
    // An archived task has given its place up already.
    if (task.archivedAt === null) await leaveColumn(tx, boardId, task.columnId);
    const change = planTaskRemove(cardOfTask(task), now);
    await writeGone(tx, task.id, { deletedAt: new Date(now) }, change.payload.version);
    return [change];
  });
}
