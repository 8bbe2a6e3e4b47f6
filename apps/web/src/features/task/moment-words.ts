import type { Instant, Moment } from "@kanban/domain/moment";
import { isWholeDay } from "@kanban/domain/whole-day";

/** Where and how a person reads dates; left out, the browser's own. */
export type Reader = { locale?: string | undefined; timeZone?: string | undefined };

const dayMs = 86_400_000;

/** The date of a moment for the reader: a whole day is the reader's day, wherever that is. */
function readMoment(moment: Moment): { date: Date; zone: { timeZone?: string } } {
  // Noon of that day in UTC, read in UTC: no zone can shift it to a neighbouring day.
  if (isWholeDay(moment)) return { date: new Date(`${moment}T12:00:00Z`), zone: { timeZone: "UTC" } };
  return { date: new Date(moment), zone: {} };
}

function zoneOf(reader: Reader, own: { timeZone?: string }): { timeZone?: string } {
  return own.timeZone ? own : reader.timeZone ? { timeZone: reader.timeZone } : {};
}

/** A due moment written out, e.g. "Fri, 27 Nov, 09:00"; the year only when it is another one. */
export function momentWords(moment: Moment, now: Date, reader: Reader = {}): string {
  const { date, zone } = readMoment(moment);
  const timeZone = zoneOf(reader, zone);
  const yearOf = (when: Date) => when.toLocaleDateString("en", { year: "numeric", ...timeZone });
  return date.toLocaleString(reader.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(yearOf(date) === yearOf(now) ? {} : { year: "numeric" }),
    ...(isWholeDay(moment) ? {} : { hour: "numeric", minute: "2-digit" }),
    ...timeZone,
  });
}

/** The reader's calendar day of an instant, e.g. `2026-11-27`. */
export function localDay(at: Date, reader: Reader = {}): string {
  // The Swedish calendar form is ISO 8601.
  return at.toLocaleDateString("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", ...zoneOf(reader, {}) });
}

/** Whole calendar days from one day to another, e.g. from `2026-11-27` to `2026-11-29` is 2. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** A day some days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The Monday after a day. */
export function nextMonday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, (8 - weekday) % 7 || 7);
}

/** How long ago something was, in words: "4 days ago", "yesterday", "just now". */
export function agoWords(at: Instant, now: Date, reader: Reader = {}): string {
  const relative = new Intl.RelativeTimeFormat(reader.locale, { numeric: "auto" });
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000);
  // Clocks differ by a little; the future is now.
  if (minutes < 1) return relative.format(0, "second");
  if (minutes < 60) return relative.format(-minutes, "minute");
  const days = daysBetween(localDay(new Date(at), reader), localDay(now, reader));
  if (days === 0) return relative.format(-Math.floor(minutes / 60), "hour");
  if (days < 60) return relative.format(-days, "day");
  return days < 730
    ? relative.format(-Math.round(days / 30.4), "month")
    : relative.format(-Math.round(days / 365), "year");
}

/** A day and an optional time of the reader as a moment: a whole day without a time, else the instant. */
export function momentOf(day: string, time: string): Moment {
  // The browser's own zone reads a date and time without one.
  return time === "" ? day : new Date(`${day}T${time}`).toISOString();
}

/** The parts of a moment for date and time fields, in the browser's own zone. */
export function fieldsOf(moment: Moment): { day: string; time: string } {
  if (isWholeDay(moment)) return { day: moment, time: "" };
  const at = new Date(moment);
  return { day: localDay(at), time: at.toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" }) };
}
