// Noon of the day in UTC, read in UTC: no zone shifts it.
const at = (day: string) => new Date(`${day}T12:00:00Z`);

/** A day written out, e.g. "Friday 27 November". */
export function dayWords(day: string): string {
  return at(day).toLocaleDateString(undefined, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
}

/** A weekday's short name. */
export function weekdayWords(day: string): string {
  return at(day).toLocaleDateString(undefined, { weekday: "short", timeZone: "UTC" });
}

/** A month and year. */
export function monthWords(day: string): string {
  return at(day).toLocaleDateString(undefined, { month: "long", year: "numeric", timeZone: "UTC" });
}
