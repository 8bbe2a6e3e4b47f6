import type { BoardView } from "../board-view.ts";
import type { TaskCard } from "../entities.ts";
import type { Now } from "../today/next-action.ts";
import { listOf } from "./list-of.ts";
import { compareTexts, type ListedTask, listTasks } from "./listed-task.ts";

/** What nobody has clarified yet, the oldest first. Of boards one only reads there is nothing to clarify. */
export function listInbox(views: readonly BoardView[], now: Now): ListedTask[] {
  return listTasks(views.filter(canClarify), now, (task, column) => listOf(task, column, now) === "inbox").sort(
    (a, b) => compareTexts(a.task.capturedAt, b.task.capturedAt) || compareTexts(a.task.id, b.task.id),
  );
}

/** How many tasks of a board nobody has clarified yet. */
export function countInbox(view: BoardView, now: Now): number {
  if (!canClarify(view)) return 0;
  let count = 0;
  for (const task of Object.values<TaskCard>(view.tasks)) {
    const column = view.columns[task.columnId];
    if (column && listOf(task, column, now) === "inbox") count += 1;
  }
  return count;
}

function canClarify({ role }: Pick<BoardView, "role">): boolean {
  return role !== "viewer";
}
