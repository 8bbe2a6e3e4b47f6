import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { fitsToday, type TodayFilter } from "@kanban/domain/today/today-filter";
import { todayStrings } from "./today.strings.ts";

/** The tasks that fit into what one has. */
export function fitting(entries: readonly ListedTask[], filter: TodayFilter): ListedTask[] {
  const folded = (name: string) => name.toLowerCase();
  return entries.filter(({ task, contexts }) => fitsToday(task, contexts.map(folded), filter));
}

/** How much there is, in words. */
export function todayCounts(entries: readonly ListedTask[], filter: TodayFilter): string {
  const shown = fitting(entries, filter);
  const overdue = shown.filter(({ urgency }) => urgency === "overdue").length;
  const due = shown.filter(({ urgency }) => urgency === "today").length;
  return todayStrings.counts(shown.length, entries.length, overdue, due);
}
