import type { CalendarSpan } from "./calendar-days.ts";

const tasks = (n: number) => `${n} ${n === 1 ? "task" : "tasks"}`;

/** Every word of the calendar. */
export const calendarStrings = {
  label: "Tasks by day",
  span: "Span",
  spans: { month: "Month", week: "Week" } satisfies Record<CalendarSpan, string>,
  today: "Today",
  before: { month: "Month before", week: "Week before" } satisfies Record<CalendarSpan, string>,
  after: { month: "Month after", week: "Week after" } satisfies Record<CalendarSpan, string>,
  day: (date: string, due: number) => (due === 0 ? date : `${date}, ${tasks(due)}`),
  more: (n: number) => `+${n} more`,
  allOf: (date: string) => `All tasks of ${date}`,
  starts: "Starts",
  undated: "No date",
  undatedHint: "Drag one to a day, or press Shift and an arrow on a task to move it by days.",
  undatedMore: (n: number) => `${n} more: filter to find them`,
  undatedNone: "Every task shown has a date.",
  overdueBefore: "Earlier",
  agendaEmpty: "Nothing is due in these days.",
  moved: (title: string, date: string) => `${title} is due ${date}`,
} as const;
