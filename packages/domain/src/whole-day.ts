import type { Moment } from "./moment.ts";

/** True when the moment is a whole day rather than an instant. */
export function isWholeDay(moment: Moment): boolean {
  return moment.length === "2026-11-27".length;
}

/** True when a text is a day of the calendar, written as `2026-11-27`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
