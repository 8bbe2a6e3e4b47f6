import type { BoardView } from "../board-view.ts";
import type { Moment } from "../moment.ts";
import { dayAfterDays, dayOfMoment } from "../today/local-day.ts";
import type { Now } from "../today/next-action.ts";
import { listOf } from "./list-of.ts";
import { compareTexts, type ListedTask, listTasks } from "./listed-task.ts";

export const returnSpans = ["today", "tomorrow", "week", "month", "later"] as const;
/** How soon something comes back; a week and a month from now, not of the calendar. */
export type ReturnSpan = (typeof returnSpans)[number];

export type DeferredTask = ListedTask & {
  until: Moment;
  /** The calendar day that is for whoever looks. */
  day: string;
  span: ReturnSpan;
};

/** What is put off, the next to come back first. */
export function listDeferred(views: readonly BoardView[], now: Now): DeferredTask[] {
  return listTasks(views, now, (task, column) => listOf(task, column, now) === "deferred")
    .flatMap((listed) => {
      const until = listed.task.deferUntil;
      if (until === null) return [];
      const day = dayOfMoment(until, now.timeZone);
      return [{ ...listed, until, span: spanOf(day, now), day }];
    })
    .sort((a, b) => compareTexts(a.day, b.day) || compareTexts(a.until, b.until) || compareTexts(a.task.id, b.task.id));
}

/** The same under how soon they come back; spans nothing comes back in are left out. */
export function groupDeferred(tasks: readonly DeferredTask[]): { span: ReturnSpan; tasks: DeferredTask[] }[] {
  return returnSpans
    .map((span) => ({ span, tasks: tasks.filter((task) => task.span === span) }))
    .filter((group) => group.tasks.length > 0);
}

function spanOf(day: string, now: Now): ReturnSpan {
  if (day <= now.day) return "today";
  if (day <= dayAfterDays(now.day, 1)) return "tomorrow";
  if (day <= dayAfterDays(now.day, 7)) return "week";
  return day <= dayAfterDays(now.day, 30) ? "month" : "later";
}
