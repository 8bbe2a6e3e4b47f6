import type { BoardView } from "@kanban/domain/board-view";
import { tasksInColumn } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import { showToast } from "../../components/ui/toast.tsx";
import type { Mutate } from "../../sync/asked-change.ts";
import { taskStrings } from "./task.strings.ts";

/** Archives a task or puts it into the trash, with a toast that brings it back to its place; false when refused. */
export function leaveTask(
  mutate: Mutate,
  view: BoardView,
  task: TaskCard,
  way: "task.archive" | "task.remove",
): boolean {
  const column = tasksInColumn(view, task.columnId);
  const index = column.findIndex(({ id }) => id === task.id);
  const place = { afterId: column[index - 1]?.id ?? null, beforeId: column[index + 1]?.id ?? null };
  if (mutate(way, { taskId: task.id }).refused) return false;

  const bringBack = () => {
    if (mutate("task.restore", { taskId: task.id }).refused) return;
    // Restoring alone would put it at the end of its column.
    if (place.beforeId) mutate("task.move", { taskId: task.id, toColumnId: task.columnId, ...place });
  };
  const said = way === "task.archive" ? taskStrings.leave.archived(task.title) : taskStrings.leave.trashed(task.title);
  showToast(said, { actions: [{ label: taskStrings.leave.undo, run: bringBack }] });
  return true;
}
