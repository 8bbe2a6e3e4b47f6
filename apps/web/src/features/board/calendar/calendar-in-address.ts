import { daySchema } from "@kanban/domain/moment";
import { type CalendarSpan, calendarSpans } from "./calendar-days.ts";

export type CalendarPlace = { day: string; span: CalendarSpan };

/** The days the address asks for; else the month of `today`. */
export function readPlace(today: string): CalendarPlace {
  const params = new URLSearchParams(location.search);
  const span = calendarSpans.find((candidate) => candidate === params.get("span")) ?? "month";
  return { day: daySchema.safeParse(params.get("day")).data ?? today, span };
}

/** Writes the days shown into the address, beside the filter. */
export function writePlace({ day, span }: CalendarPlace): void {
  const url = new URL(location.href);
  url.searchParams.set("day", day);
  url.searchParams.set("span", span);
  history.replaceState(history.state, "", url);
}
