import type { TaskCard } from "@kanban/domain/entities";
import type { Moment } from "@kanban/domain/moment";
import { isWholeDay } from "@kanban/domain/whole-day";

/** What stands on a day: a task that is due then, or one that is put off until then. */
export type CalendarEntry = { task: TaskCard; kind: "due" | "start"; time: number | null };

/** The tasks by the reader's day, those of a day in order: whole days, then by time, then what only starts. */
export function entriesByDay(tasks: readonly TaskCard[]): ReadonlyMap<string, readonly CalendarEntry[]> {
  const days = new Map<string, CalendarEntry[]>();
  const add = (task: TaskCard, kind: CalendarEntry["kind"], moment: Moment) => {
    const { day, time } = placeOf(moment);
    const entries = days.get(day);
    if (entries) entries.push({ task, kind, time });
    else days.set(day, [{ task, kind, time }]);
  };
  for (const task of tasks) {
    if (task.dueAt) add(task, "due", task.dueAt);
    if (task.deferUntil && task.finishedAt === null) add(task, "start", task.deferUntil);
  }
  for (const entries of days.values())
    entries.sort((a, b) => Number(a.kind === "start") - Number(b.kind === "start") || (a.time ?? 0) - (b.time ?? 0));
  return days;
}

// By the getters of a date: formatting thousands of them in words would take a tenth of a second.
function placeOf(moment: Moment): { day: string; time: number | null } {
  if (isWholeDay(moment)) return { day: moment, time: null };
  const at = new Date(moment);
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0"));
  return { day: parts.join("-"), time: at.getTime() };
}
