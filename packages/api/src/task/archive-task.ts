import type { MutationInput } from "@kanban/domain/mutations";
import { planTaskArchive } from "@kanban/domain/plan-task-leave";
import { refuse } from "@kanban/domain/refusal";
import { leaveColumn } from "../column/column.repository.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { cardOfTask, findTask } from "./task.repository.ts";
import { archived, writeGone } from "./task-write.repository.ts";

/** Takes a task off the board into the archive, as reference if so asked. Nothing happens when it is there; a trashed one is TASK_NOT_FOUND. */
export function archiveTask(ctx: ActorContext, input: MutationInput<"task.archive">) {
  return mutateBoard(ctx, "task.archive", input, async ({ tx, boardId, now }) => {
    const task = await findTask(tx, boardId, input.taskId);
    if (!task || task.deletedAt !== null) return refuse("TASK_NOT_FOUND");
    if (task.archivedAt !== null) return [];
    await leaveColumn(tx, boardId, task.columnId);
    const change = planTaskArchive(cardOfTask(task), now, input.asReference);
    await writeGone(tx, task.id, archived(change), change.payload.version);
    return [change];
  });
}
