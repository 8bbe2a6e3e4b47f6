import type { BoardView } from "../board-view.ts";
import { isBack, listOf } from "./list-of.ts";
import type { Now } from "../today/next-action.ts";
import { compareTexts, type ListedTask, listTasks } from "./listed-task.ts";

/** What might be done some day: what has just come back first, then what has lain there longest. */
export function listSomeday(views: readonly BoardView[], now: Now): ListedTask[] {
  return listTasks(views, now, (task, column) => listOf(task, column, now) === "someday").sort(
    (a, b) =>
      Number(isBack(b.task, now)) - Number(isBack(a.task, now)) ||
      compareTexts(a.task.enteredColumnAt, b.task.enteredColumnAt) ||
      compareTexts(a.task.id, b.task.id),
  );
}
