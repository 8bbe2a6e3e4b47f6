import type { Moment } from "./moment.ts";

/* Days without a parser: what draws and filters them needs none. */

/** The calendar PostgreSQL and every library agree on; outside it a date is a typing mistake. */
export const firstDay = "1900-01-01";
export const lastDay = "2200-12-31";

/** True when the moment is a whole day rather than an instant. */
export function isWholeDay(moment: Moment): boolean {
  return moment.length === "2026-11-27".length;
}

/** True when a text is a day of the calendar and in range, written as `2026-11-27`; the same as `daySchema` says. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text) || text < firstDay || text > lastDay) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
