import type { TaskCard } from "../entities.ts";
import { isWholeDay } from "../whole-day.ts";
import { type DueRange, readDueRange } from "./due-choice.ts";
import { dayAfter, dayInZone, startOfDay, startOfWeek } from "./zoned-days.ts";

/** When and where a filter is asked. `weekStart` counts from Monday = 1 to Sunday = 7. */
export type Asking = { now: number; timeZone: string; weekStart: number };
type Due = Pick<TaskCard, "dueAt" | "finishedAt">;

/** A test of a task's due moment for one value of the facet. Whole days are days of the asker. */
export function dueTest(value: string, { now, timeZone, weekStart }: Asking): (task: Due) => boolean {
  const today = dayInZone(now, timeZone);
  if (value === "none") return ({ dueAt }) => dueAt === null;
  if (value === "overdue") {
    return ({ dueAt, finishedAt }) =>
      dueAt !== null && finishedAt === null && (isWholeDay(dueAt) ? dueAt < today : Date.parse(dueAt) < now);
  }
  if (value === "today") return inRange({ from: today, to: today }, timeZone);
  const monday = startOfWeek(today, weekStart);
  if (value === "week") return inRange({ from: monday, to: dayAfter(monday, 6) }, timeZone);
  return inRange(readDueRange(value) ?? { from: null, to: null }, timeZone);
}

function inRange({ from, to }: DueRange, timeZone: string): (task: Due) => boolean {
  // Borders once, not a calendar for every task: formatting a date takes microseconds, and boards have thousands.
  const begins = from === null ? -Infinity : startOfDay(from, timeZone);
  const ends = to === null ? Infinity : startOfDay(dayAfter(to, 1), timeZone);
  return ({ dueAt }) => {
    if (dueAt === null) return false;
    if (isWholeDay(dueAt)) return (from === null || dueAt >= from) && (to === null || dueAt <= to);
    const at = Date.parse(dueAt);
    return at >= begins && at < ends;
  };
}
