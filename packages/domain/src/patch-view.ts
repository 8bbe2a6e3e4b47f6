import type { BoardView } from "./board-view.ts";
import type { TaskCard, TaskDetail } from "./entities.ts";
import type { TaskId } from "./ids.ts";
import { defined, patch, put } from "./rows.ts";

type TaskPatch = { [Key in keyof TaskCard]?: TaskCard[Key] | undefined };

/** Changes several cards; those that are not on the board are skipped. */
export function patchMany(
  view: BoardView,
  taskIds: readonly TaskId[],
  change: (task: TaskCard) => TaskPatch,
): BoardView {
  const tasks: Record<string, TaskCard> = { ...view.tasks };
  for (const id of taskIds) {
    const task = tasks[id];
    if (task) tasks[id] = { ...task, ...defined(change(task)) };
  }
  return { ...view, tasks };
}

/** Changes one card, if it is on the board. */
export function patchTask(view: BoardView, taskId: TaskId, fields: TaskPatch): BoardView {
  return { ...view, tasks: patch(view.tasks, taskId, fields) };
}

/** Changes the bodies of one task, if its panel has been opened. */
export function patchDetail(
  view: BoardView,
  taskId: TaskId,
  change: (detail: TaskDetail) => Partial<TaskDetail>,
): BoardView {
  const detail = view.details[taskId];
  return detail ? { ...view, details: put(view.details, taskId, { ...detail, ...change(detail) }) } : view;
}
