const dayMs = 86_400_000;

/** The calendar day of an instant in a time zone, e.g. `2026-11-27`. */
export function dayInZone(at: number, timeZone: string): string {
  // The Swedish calendar form is ISO 8601.
  return new Date(at).toLocaleDateString("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", timeZone });
}

/** A day some days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The first instant of a day in a time zone. */
export function startOfDay(day: string, timeZone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // Twice: the offset at the first guess may be the one of the other side of a clock change.
  const once = utc - offsetAt(utc, timeZone);
  return utc - offsetAt(once, timeZone);
}

function offsetAt(at: number, timeZone: string): number {
  const local = new Date(at).toLocaleString("sv-SE", { timeZone });
  return Date.parse(`${local.replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000;
}

/** The first day of the week a day is in; `weekStart` counts from Monday = 1 to Sunday = 7. */
export function startOfWeek(day: string, weekStart: number): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, -((weekday - weekStart + 7) % 7));
}
