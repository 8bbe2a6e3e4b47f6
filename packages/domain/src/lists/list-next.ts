import type { BoardView } from "../board-view.ts";
import { compareToday } from "../today/list-today.ts";
import type { Now } from "../today/next-action.ts";
import { listOf } from "./list-of.ts";
import { type ListedTask, listTasks } from "./listed-task.ts";

/** Every next action that could be begun now, in the order Today would have them done. */
export function listNext(views: readonly BoardView[], now: Now): ListedTask[] {
  return listTasks(views, now, (task, column) => listOf(task, column, now) === "next").sort(compareToday);
}
