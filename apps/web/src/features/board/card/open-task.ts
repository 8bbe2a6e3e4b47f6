import type { TaskId } from "@kanban/domain/ids";
import { openTaskAt, taskPath } from "../../task/task-location.ts";
import type { BoardScreen } from "../state/screen.tsx";

/** Opens a task over the board. The filter stays in the address, so that the board behind does not change. */
export function openTask(screen: BoardScreen, taskId: TaskId): void {
  const task = screen.view().tasks[taskId];
  if (task) openTaskAt(`${taskPath(screen.boardId, task)}${location.search}`);
}
