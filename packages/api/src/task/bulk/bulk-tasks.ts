import { assertNever } from "@kanban/domain/assert-never";
import type { MutationInput } from "@kanban/domain/mutations";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../../context.ts";
import { mutateBoard } from "../../mutate-board.ts";
import { bulkLeave } from "./bulk-leave.ts";
import { bulkMove } from "./bulk-move.ts";
import { bulkUpdate } from "./bulk-update.ts";
import { lockAndListTasks } from "./bulk.repository.ts";

/**
 * One act on many tasks, all or nothing. Writes each table once, however many tasks there are; what happened is told as
 * the ordinary events of each task. TASK_NOT_FOUND names the first task that is not on the board.
 */
export function bulkTasks(ctx: ActorContext, input: MutationInput<"task.bulk">) {
  return mutateBoard(ctx, "task.bulk", input, async (scope) => {
    const act = input.do;
    const found = await lockAndListTasks(scope.tx, scope.boardId, input.taskIds);
    const tasks = input.taskIds.map((taskId) => {
      const task = found.get(taskId) ?? refuse("TASK_NOT_FOUND", { taskId });
      if (task.deletedAt !== null || task.archivedAt !== null) refuse("TASK_NOT_FOUND", { taskId, title: task.title });
      return task;
    });
    switch (act.kind) {
      case "move":
        return bulkMove(scope, tasks, act);
      case "update":
        return bulkUpdate(scope, tasks, act);
      case "archive":
      case "remove":
        return bulkLeave(scope, tasks, act.kind);
      default:
        return assertNever(act);
    }
  });
}
