import type { TaskId } from "@kanban/domain/ids";
import type { Mutate } from "../../../sync/asked-change.ts";
import { leaveTask } from "../../task/leave-task.ts";
import { neighbourOf } from "../focus/move-focus.ts";
import { requestFocus } from "../focus/request-focus.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { seenOrder } from "../state/seen-order.ts";

/** Archives a task or puts it into the trash, with a toast to undo; the focus goes to its neighbour, and back with it. */
export function leaveBoard(screen: BoardScreen, taskId: TaskId, way: "task.archive" | "task.remove"): void {
  const view = screen.view();
  const task = view.tasks[taskId];
  if (!task) return;
  const neighbour = neighbourOf(seenOrder(screen), taskId);
  const mutate: Mutate = (name, input) => {
    const asked = screen.mutate(name, input);
    if (name === "board.undo" && !asked.refused) requestFocus(screen, taskId);
    return asked;
  };
  if (leaveTask(mutate, screen.boardId, task, way) && neighbour) requestFocus(screen, neighbour);
}
