import { withoutHour24 } from "@kanban/domain/capture-syntax/without-hour-24";
import type { Moment } from "@kanban/domain/moment";
import { casual, GB, type ParsedResult } from "chrono-node/en";
import { Temporal } from "temporal-polyfill";
import type { FoundDate, Writer } from "./found-date.ts";
import { judgePhrase, type Phrase } from "./judge-phrase.ts";
import { isAhead, momentAt } from "./moment-at.ts";

const monthsFirst = withoutHour24(casual);
const daysFirst = withoutHour24(GB);

/** Due dates and times as people write them in English. */
export function findCommonDates(text: string, writer: Writer): FoundDate[] {
  const { writtenAt, monthFirst } = writer;
  const reference = { instant: new Date(writtenAt.epochMilliseconds), timezone: writtenAt.offsetNanoseconds / 6e10 };
  return (monthFirst ? monthsFirst : daysFirst).parse(text, reference, { forwardDate: true }).flatMap((result) => {
    const phrase = judgePhrase(text, result);
    if (!phrase) return [];
    const moment = momentOf(result, writer, phrase);
    if (!moment || !isAhead(moment, writer) || isBygone(moment, result, writer)) return [];
    return [{ role: "due", moment, start: phrase.start, end: phrase.end, confidence: phrase.confidence }];
  });
}

/**
 * Builds the moment from the parser's parts in the writer's zone: the parser itself knows offsets only and would be
 * an hour off behind a DST change. Without a stated hour it is a whole day.
 */
function momentOf(
  { start, text }: ParsedResult,
  writer: Writer,
  { daysAhead, clock, weeksLater }: Phrase,
): Moment | null {
  // "in 2 hours" and "3pm EST" name an instant; the parser has it right.
  if (start.isCertain("hour") && start.isCertain("timezoneOffset")) return start.date().toISOString();
  try {
    const parts = { year: start.get("year") ?? 0, month: start.get("month") ?? 0, day: start.get("day") ?? 0 };
    const day =
      daysAhead === null
        ? Temporal.PlainDate.from(parts, { overflow: "reject" })
        : writer.writtenAt.toPlainDate().add({ days: daysAhead });
    if (weeksLater > 0) return momentAt(writer, day.add({ weeks: weeksLater }), clock);
    const moment = momentAt(writer, day, clock);
    const isToday = start.isCertain("weekday") && !start.isCertain("day") && day.equals(writer.writtenAt.toPlainDate());
    if (!isToday || /^this\s/i.test(text)) return moment;
    // Who means today says so, and "Monday 9" said on a Monday at noon is the next one.
    return clock && isAhead(moment, writer) ? moment : momentAt(writer, day.add({ weeks: 1 }), clock);
  } catch {
    return null;
  }
}

/** A day of the last weeks that was only moved to next year for lack of a year. */
function isBygone(moment: Moment, { start }: ParsedResult, { writtenAt }: Writer): boolean {
  if (!start.isCertain("month") || start.isCertain("year")) return false;
  return moment.slice(0, 10) > writtenAt.toPlainDate().add({ days: 334 }).toString();
}
