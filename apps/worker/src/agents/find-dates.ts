import type { Moment } from "@kanban/domain/moment";
import { casual, GB, type ParsedResult } from "chrono-node/en";
import { Temporal } from "temporal-polyfill";
import { findOrdinalWeekdays } from "./find-ordinal-weekdays.ts";
import { judgePhrase } from "./judge-phrase.ts";

export type FoundDate = { moment: Moment; start: number; end: number; confidence: number };

/** What "now" and "3/4" mean to the writer. */
export type Writer = { writtenAt: Temporal.ZonedDateTime; monthFirst: boolean };

/** Where 3/4 is the fourth of March. The time zone is all we know of the writer's habits. */
const monthFirstZones = /^(?:America|US)\/|^Pacific\/Honolulu$/;

/** The writer's moment; an unknown zone counts as UTC. */
export function writerAt(instant: string, timeZone: string): Writer {
  const moment = Temporal.Instant.from(instant);
  try {
    return { writtenAt: moment.toZonedDateTimeISO(timeZone), monthFirst: monthFirstZones.test(timeZone) };
  } catch {
    return { writtenAt: moment.toZonedDateTimeISO("UTC"), monthFirst: false };
  }
}

/** "The first Friday in December" can hardly mean anything else. */
const ordinalConfidence = 0.9;

/** Every future date or time in English prose that is meant as one, with how sure we are (0 to 1). */
export function findDates(text: string, { writtenAt, monthFirst }: Writer): FoundDate[] {
  const ordinals = findOrdinalWeekdays(text, writtenAt.toPlainDate());
  // What has been read is blanked out, so that its parts are not read again.
  const rest = ordinals.reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    text,
  );
  return [
    ...ordinals.map(({ day, start, end }) => ({ moment: day.toString(), start, end, confidence: ordinalConfidence })),
    ...findCommonDates(rest, { writtenAt, monthFirst }),
  ];
}

function findCommonDates(text: string, { writtenAt, monthFirst }: Writer): FoundDate[] {
  const reference = { instant: new Date(writtenAt.epochMilliseconds), timezone: writtenAt.offsetNanoseconds / 6e10 };
  return (monthFirst ? casual : GB).parse(text, reference, { forwardDate: true }).flatMap((result) => {
    const phrase = judgePhrase(text, result);
    if (!phrase) return [];
    const moment = momentOf(result, { writtenAt, daysAhead: phrase.daysAhead, clock: phrase.clock });
    if (!moment || !isPlausible(moment, result, writtenAt)) return [];
    return [{ moment, start: phrase.start, end: phrase.end, confidence: phrase.confidence }];
  });
}

/**
 * Builds the moment from the parser's parts in the writer's zone: the parser itself knows offsets only and would be
 * an hour off behind a DST change. Without a stated hour it is a whole day. A wall time that a DST change skips or
 * repeats becomes the later, respectively the earlier, of the two.
 */
function momentOf(
  { start }: ParsedResult,
  {
    writtenAt,
    daysAhead,
    clock,
  }: { writtenAt: Temporal.ZonedDateTime; daysAhead: number | null; clock: Temporal.PlainTime | null },
): Moment | null {
  // "in 2 hours" and "3pm EST" name an instant; the parser has it right.
  if (start.isCertain("hour") && start.isCertain("timezoneOffset")) return start.date().toISOString();
  try {
    const parts = { year: start.get("year") ?? 0, month: start.get("month") ?? 0, day: start.get("day") ?? 0 };
    const day =
      daysAhead === null
        ? Temporal.PlainDate.from(parts, { overflow: "reject" })
        : writtenAt.toPlainDate().add({ days: daysAhead });
    if (!clock) return day.toString();
    const at = day.toZonedDateTime({ timeZone: writtenAt.timeZoneId, plainTime: clock });
    return new Date(at.epochMilliseconds).toISOString();
  } catch {
    return null;
  }
}

/** In the future, within ten years, and not a bygone day that was only moved to next year for lack of a year. */
function isPlausible(moment: Moment, { start }: ParsedResult, writtenAt: Temporal.ZonedDateTime): boolean {
  const today = writtenAt.toPlainDate();
  const isInstant = moment.includes("T");
  const day = isInstant
    ? Temporal.Instant.from(moment).toZonedDateTimeISO(writtenAt.timeZoneId).toPlainDate()
    : Temporal.PlainDate.from(moment);
  if (isInstant && Date.parse(moment) <= writtenAt.epochMilliseconds) return false;
  if (Temporal.PlainDate.compare(day, today) < 0 || Temporal.PlainDate.compare(day, today.add({ years: 10 })) > 0)
    return false;
  const yearWasGuessed = start.isCertain("month") && !start.isCertain("year");
  return !yearWasGuessed || Temporal.PlainDate.compare(day, today.add({ days: 334 })) <= 0;
}
