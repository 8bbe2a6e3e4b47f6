import type { Moment } from "@kanban/domain/moment";
import { Temporal } from "temporal-polyfill";
import type { Writer } from "./found-date.ts";

/** Farther away than this is a number that looked like a year. */
const farthestYears = 10;

/**
 * A day, or a time on it by the writer's clock. A wall time that a DST change skips or repeats becomes the later,
 * respectively the earlier, of the two.
 */
export function momentAt({ writtenAt }: Writer, day: Temporal.PlainDate, time: Temporal.PlainTime | null): Moment {
  if (!time) return day.toString();
  const at = day.toZonedDateTime({ timeZone: writtenAt.timeZoneId, plainTime: time });
  return new Date(at.epochMilliseconds).toISOString();
}

/** In the future and not too far in it. Today is still ahead. */
export function isAhead(moment: Moment, { writtenAt }: Writer): boolean {
  const today = writtenAt.toPlainDate();
  const isInstant = moment.includes("T");
  if (isInstant && Date.parse(moment) <= writtenAt.epochMilliseconds) return false;
  const day = isInstant
    ? Temporal.Instant.from(moment).toZonedDateTimeISO(writtenAt.timeZoneId).toPlainDate()
    : Temporal.PlainDate.from(moment);
  return (
    Temporal.PlainDate.compare(day, today) >= 0 &&
    Temporal.PlainDate.compare(day, today.add({ years: farthestYears })) <= 0
  );
}
