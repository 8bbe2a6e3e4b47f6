import type { Moment } from "@kanban/domain/moment";
import { isWholeDay } from "@kanban/domain/whole-day";

export type DueTone = "late" | "soon" | "later";
export type DueWording = { tone: DueTone; text: string };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Due within this counts as soon. */
const soonMs = 48 * hourMs;

/** The day a moment falls on where the reader is, as days since the epoch. */
function localDay(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs);
}

function readMoment(moment: Moment): Date {
  // A whole day is the reader's day: "2026-11-27" alone would be midnight in London.
  return new Date(isWholeDay(moment) ? `${moment}T00:00` : moment);
}

/** How a due moment reads on a card at `now`, in the reader's zone and language. */
export function dueWording(dueAt: Moment, now: number, locale?: string): DueWording {
  const due = readMoment(dueAt);
  const days = localDay(due) - localDay(new Date(now));
  const wholeDay = isWholeDay(dueAt);
  const lateMs = wholeDay ? -days * dayMs : now - due.getTime();
  if (lateMs > 0) return { tone: "late", text: overdue(lateMs, -days) };
  const isSoon = wholeDay ? days <= 1 : -lateMs <= soonMs;
  const time = wholeDay ? "" : ` ${due.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" })}`;
  return { tone: isSoon ? "soon" : "later", text: `${dayName(due, days, now, locale)}${time}` };
}

function overdue(lateMs: number, days: number): string {
  if (days >= 1) return `Overdue ${days} d`;
  const hours = Math.floor(lateMs / hourMs);
  return hours >= 1 ? `Overdue ${hours} h` : "Overdue now";
}

function dayName(due: Date, days: number, now: number, locale?: string): string {
  if (days === 0) return "Today";
  if (days === 1) return "Tomorrow";
  if (days < 7) return due.toLocaleDateString(locale, { weekday: "short" });
  const isThisYear = due.getFullYear() === new Date(now).getFullYear();
  return due.toLocaleDateString(locale, { day: "numeric", month: "short", ...(isThisYear ? {} : { year: "numeric" }) });
}
