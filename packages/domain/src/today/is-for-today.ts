import type { Column, TaskCard } from "../entities.ts";
import { isBack, listOf, type TaskList } from "../lists/list-of.ts";
import { type Now, urgencyOf } from "./next-action.ts";

const actionable: ReadonlySet<TaskList> = new Set(["next", "doing"]);
/** Lists nobody looks at daily: what comes back to them would come back unseen. */
const quiet: ReadonlySet<TaskList> = new Set(["waiting", "someday"]);

/**
 * True when a task is something to do today: a next or started one that waits for nobody and is not put off, one that
 * is due, wherever it stands, or one that has come back where nobody looks. What is finished is not.
 */
export function isForToday(task: TaskCard, column: Pick<Column, "kind">, now: Now): boolean {
  const list = listOf(task, column, now);
  if (list === null) return false;
  if (urgencyOf(task, now) !== "none" || actionable.has(list)) return true;
  return quiet.has(list) && isBack(task, now);
}
