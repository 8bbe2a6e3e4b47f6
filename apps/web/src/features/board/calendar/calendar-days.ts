import { dayAfter, startOfWeek } from "@kanban/domain/filter/zoned-days";

export const calendarSpans = ["month", "week"] as const;
export type CalendarSpan = (typeof calendarSpans)[number];

const weekdays = 7;

/** The weeks that show a day's month, or its week alone; `weekStart` counts from Monday = 1 to Sunday = 7. */
export function weeksAround(day: string, span: CalendarSpan, weekStart: number): string[][] {
  const first = startOfWeek(span === "month" ? `${day.slice(0, 7)}-01` : day, weekStart);
  const weeks: string[][] = [];
  for (let start = first; weeks.length === 0 || (span === "month" && start.slice(0, 7) <= day.slice(0, 7));) {
    weeks.push(Array.from({ length: weekdays }, (_, index) => dayAfter(start, index)));
    start = dayAfter(start, weekdays);
  }
  return weeks;
}

/** The day some months or weeks later; the last of a shorter month stands for the days it lacks. */
export function stepDay(day: string, span: CalendarSpan, by: number): string {
  if (span === "week") return dayAfter(day, by * weekdays);
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastDate = new Date(Date.UTC(year, month + by, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + by, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** The day a key leads to from another, or `null` when it is none of the grid's keys. */
export function dayByKey(key: string, day: string, week: readonly string[]): string | null {
  switch (key) {
    case "ArrowLeft":
      return dayAfter(day, -1);
    case "ArrowRight":
      return dayAfter(day, 1);
    case "ArrowUp":
      return dayAfter(day, -weekdays);
    case "ArrowDown":
      return dayAfter(day, weekdays);
    case "PageUp":
      return stepDay(day, "month", -1);
    case "PageDown":
      return stepDay(day, "month", 1);
    case "Home":
      return week[0] ?? null;
    case "End":
      return week.at(-1) ?? null;
    default:
      return null;
  }
}
