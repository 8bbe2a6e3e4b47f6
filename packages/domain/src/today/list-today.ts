import type { BoardView } from "../board-view.ts";
import type { Priority, TaskCard } from "../entities.ts";
import { compareTexts, type ListedTask, listTasks } from "../lists/listed-task.ts";
import { isForToday } from "./is-for-today.ts";
import type { Now, Urgency } from "./next-action.ts";

const urgencies: Record<Urgency, number> = { overdue: 0, today: 1, none: 2 };
const priorities: Record<Priority, number> = { high: 0, normal: 1, low: 2 };

/** Overdue, due today, more important, shorter, older; ids decide what is left, so that the order is one. */
export function compareToday(a: ListedTask, b: ListedTask): number {
  return (
    urgencies[a.urgency] - urgencies[b.urgency] ||
    priorities[a.task.priority] - priorities[b.task.priority] ||
    minutesOf(a.task) - minutesOf(b.task) ||
    compareTexts(a.task.capturedAt, b.task.capturedAt) ||
    compareTexts(a.task.id, b.task.id)
  );
}

/** Without an estimate it may be anything: after all that is known. */
function minutesOf({ estimateMinutes }: TaskCard): number {
  return estimateMinutes ?? Number.MAX_SAFE_INTEGER;
}

/** What there is to do today on these boards, in the order to do it. */
export function listToday(views: readonly BoardView[], now: Now): ListedTask[] {
  return listTasks(views, now, (task, column) => isForToday(task, column, now)).sort(compareToday);
}
