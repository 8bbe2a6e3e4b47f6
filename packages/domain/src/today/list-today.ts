import type { BoardView } from "../board-view.ts";
import type { ColumnKind } from "../column-kind.ts";
import type { Priority, TaskCard } from "../entities.ts";
import { isForToday, type Now, type Urgency, urgencyOf } from "./next-action.ts";

/** One task of today's list, with what a row of it shows and acts on. */
export type TodayTask = {
  view: BoardView;
  task: TaskCard;
  kind: ColumnKind;
  urgency: Urgency;
  /** Names of its contexts, in the board's spelling. */
  contexts: string[];
};

const urgencies: Record<Urgency, number> = { overdue: 0, today: 1, none: 2 };
const priorities: Record<Priority, number> = { high: 0, normal: 1, low: 2 };

/** Overdue, due today, more important, shorter, older; ids decide what is left, so that the order is one. */
export function compareToday(a: TodayTask, b: TodayTask): number {
  return (
    urgencies[a.urgency] - urgencies[b.urgency] ||
    priorities[a.task.priority] - priorities[b.task.priority] ||
    minutesOf(a.task) - minutesOf(b.task) ||
    compare(a.task.capturedAt, b.task.capturedAt) ||
    compare(a.task.id, b.task.id)
  );
}

/** Without an estimate it may be anything: after all that is known. */
function minutesOf({ estimateMinutes }: TaskCard): number {
  return estimateMinutes ?? Number.MAX_SAFE_INTEGER;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What there is to do today on these boards, in the order to do it. */
export function listToday(views: readonly BoardView[], now: Now): TodayTask[] {
  const found: TodayTask[] = [];
  for (const view of views) {
    for (const task of Object.values<TaskCard>(view.tasks)) {
      const column = view.columns[task.columnId];
      if (!column || !isForToday(task, column, now)) continue;
      const contexts = task.contextIds.flatMap((id) => view.contexts[id]?.name ?? []);
      found.push({ view, task, kind: column.kind, urgency: urgencyOf(task, now), contexts });
    }
  }
  return found.sort(compareToday);
}
