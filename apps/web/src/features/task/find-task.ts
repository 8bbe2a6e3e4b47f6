import { type BoardView, orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import type { TaskRef } from "./task-location.ts";

/** The task an address names, if it is on the board. */
export function findTask(view: Pick<BoardView, "tasks">, ref: TaskRef): TaskCard | null {
  if ("id" in ref) return view.tasks[ref.id] ?? null;
  return Object.values<TaskCard>(view.tasks).find((task) => task.number === ref.number) ?? null;
}

/** The tasks before and after one among those shown, reading the board column by column; `null` at either end. */
export function neighboursOf(
  view: Pick<BoardView, "tasks" | "columns">,
  taskId: TaskId,
  isShown: (task: TaskCard) => boolean = () => true,
): { previous: TaskCard | null; next: TaskCard | null } {
  const inOrder = orderedColumns(view)
    .flatMap((column) => tasksInColumn(view, column.id))
    // The task itself stays a place to go on from, also when it no longer matches.
    .filter((task) => task.id === taskId || isShown(task));
  const index = inOrder.findIndex((task) => task.id === taskId);
  return { previous: inOrder[index - 1] ?? null, next: index < 0 ? null : (inOrder[index + 1] ?? null) };
}
