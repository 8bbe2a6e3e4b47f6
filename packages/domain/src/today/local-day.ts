import type { Moment } from "../moment.ts";
import { isWholeDay } from "../whole-day.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day (`2026-11-29`) an instant falls on in a time zone. */
export function dayInZone(at: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

const dayMs = 86_400_000;

/** The day some days after one. */
export function dayAfterDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The day after one. */
export function nextDay(day: string): string {
  return dayAfterDays(day, 1);
}

/** Calendar days since an instant for somebody in a time zone; what lies ahead is today. */
export function daysSince(instant: string, now: { day: string; timeZone: string }): number {
  const from = dayInZone(new Date(instant), now.timeZone);
  return Math.max(0, Math.round((Date.parse(`${now.day}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / dayMs));
}

/** The day a moment falls on in a time zone; a whole day is itself wherever one is. */
export function dayOfMoment(moment: Moment, timeZone: string): string {
  return isWholeDay(moment) ? moment : dayInZone(new Date(moment), timeZone);
}
