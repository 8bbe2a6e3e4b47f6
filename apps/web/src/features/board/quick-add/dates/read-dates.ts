import type { DateReader, FoundDate } from "@kanban/domain/capture-syntax/capture-token";
import type { Moment } from "@kanban/domain/moment";
import type { ParsedResult } from "chrono-node";
import { dayAfter, daysBetween, localDay, momentOf, nextMonday } from "../../../task/moment-words.ts";
import {
  alsoWords,
  deferBefore,
  dueBefore,
  noDateAfter,
  noDateBefore,
  rhythmAfter,
  rhythmBefore,
  rightNow,
  whenNotHowLong,
} from "./date-words.ts";

/** What chrono-node offers per language. */
type Parser = { parse(text: string, reference: Date, options: { forwardDate: boolean }): ParsedResult[] };

/** Farther away than this is a number that looked like a year. */
const farthestDays = 3_660;

/** A reader over parsers of the languages a person writes in, which reads at the moment `now` answers. */
export function createDateReader(parsers: readonly Parser[], now: () => Date): DateReader {
  return (text) => {
    const at = now();
    const found = parsers.flatMap((parser) =>
      parser.parse(text, at, { forwardDate: true }).flatMap((result) => readOne(text, result, at) ?? []),
    );
    // Two languages may see the same words; the longer reading wins.
    const longestFirst = found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
    const kept: FoundDate[] = [];
    for (const date of longestFirst)
      if (kept.every(({ start, end }) => date.end <= start || date.start >= end)) kept.push(date);
    return kept.toSorted((a, b) => a.start - b.start);
  };
}

function readOne(text: string, result: ParsedResult, now: Date): FoundDate | null {
  // The parser's match may begin with a bracket or a comma.
  const start = result.index + (/^[^\p{L}\p{N}]*/u.exec(result.text)?.[0].length ?? 0);
  const matched = text.slice(start, result.index + result.text.length).replace(/[^\p{L}\p{N}]+$/u, "");
  const before = text.slice(0, start);
  const after = text.slice(start + matched.length);
  // "3-5 december" says how long: left alone rather than half eaten.
  if (matched === "" || result.end || rhythmBefore.test(before) || rhythmAfter.test(after)) return null;
  if (noDateBefore.test(before) || noDateAfter.test(after) || /[\p{L}\p{N}_/.:#@+~-]$/u.test(before)) return null;

  const deferred = deferBefore.exec(before)?.[1];
  const lead = deferred ?? dueBefore.exec(before)?.[1] ?? "";
  const bare = matched.replace(/^(?:on|this|next|am|le|el)\s+/iu, "");
  const hasSign = lead !== "" || bare !== matched || /^\W*$|^[,;.!?)]/u.test(after);
  if (rightNow.test(matched) || (alsoWords.test(bare) && !hasSign)) return null;

  const hour = hourBehind(result, after);
  const moment = momentIn(result, matched, lead !== "", hour?.time ?? "", now);
  if (!moment || !isAhead(moment, now)) return null;
  const end = start + matched.length + (hour?.length ?? 0);
  return { role: deferred ? "defer" : "due", start: start - lead.length, end, moment };
}

/** A bare hour at the end of the line, which the parser leaves behind: "tomorrow 9", "fri at 14:30". */
function hourBehind({ start }: ParsedResult, after: string): { time: string; length: number } | null {
  if (start.isCertain("hour")) return null;
  const found = /^,?\s+(?:at\s+)?(\d{1,2})(?::(\d{2}))?(?=\s*$)/u.exec(after);
  const [whole = "", hour = "", minute = "00"] = found ?? [];
  if (!found || Number(hour) > 23 || Number(minute) > 59) return null;
  return { time: clock(Number(hour), Number(minute), hour.startsWith("0")), length: whole.length };
}

/** One to six without am, pm or a leading zero means the afternoon. */
function clock(hour: number, minute: number, isExact: boolean): string {
  const meant = !isExact && hour >= 1 && hour <= 6 ? hour + 12 : hour;
  return `${String(meant).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function momentIn(
  { start }: ParsedResult,
  matched: string,
  hasLead: boolean,
  behind: string,
  now: Date,
): Moment | null {
  const today = localDay(now);
  if (/^next week$|^nächste woche$|^la semaine prochaine$/iu.test(matched)) return nextMonday(today);
  const hasHour = start.isCertain("hour");
  const hasDay = start.isCertain("day") || start.isCertain("weekday");
  const isRelative = start.tags().has("result/relativeDate");
  if (isRelative && !whenNotHowLong.test(matched)) return null;
  // "in 2 hours" and "3pm EST" name an instant; the parser has it right.
  if (hasHour && (isRelative || start.isCertain("timezoneOffset"))) return start.date().toISOString();
  const time = hasHour ? statedClock(matched, start) : behind;
  if (!hasDay && !isRelative) return hasHour ? clockAlone(matched, start, time, now) : casualDay(matched, start);
  // 3/4 may be a fraction, 12.5 a weight, 3-5 a range.
  if (/^\d{1,2}[/.-]\d{1,2}$/u.test(matched) && !hasLead) return null;
  const moment = momentOf(dayOf(start), time);
  // "Monday 9" said on a Monday at noon is the next one; the parser knows that of "9am" only.
  const isOver = start.isCertain("weekday") && behind !== "" && Date.parse(moment) <= now.getTime();
  return isOver ? momentOf(dayAfter(dayOf(start), 7), time) : moment;
}

function statedClock(matched: string, start: ParsedResult["start"]): string {
  const hour = start.get("hour") ?? 0;
  const isExact = start.isCertain("meridiem") || new RegExp(String.raw`\b0${hour}`, "u").test(matched);
  return clock(hour, start.get("minute") ?? 0, isExact);
}

/** A time without a day is today's, or tomorrow's when it has passed. A bare 3:10 may be a ratio, "at 5" a price. */
function clockAlone(matched: string, start: ParsedResult["start"], time: string, now: Date): Moment | null {
  if (!start.isCertain("meridiem") && !/\b(?:1[2-9]|2[0-3])[:.h]|^at\s.*:/iu.test(matched)) return null;
  const today = localDay(now);
  const moment = momentOf(today, time);
  return Date.parse(moment) > now.getTime() ? moment : momentOf(dayAfter(today, 1), time);
}

/** "Tonight" and "this evening" are today; a month alone is no day. */
function casualDay(matched: string, start: ParsedResult["start"]): Moment | null {
  return /^(?:tonight|this (?:morning|afternoon|evening)|heute abend|ce soir|esta noche|stasera)$/iu.test(matched)
    ? dayOf(start)
    : null;
}

function dayOf(start: ParsedResult["start"]): string {
  const part = (name: "month" | "day") => String(start.get(name) ?? 0).padStart(2, "0");
  return `${start.get("year") ?? 0}-${part("month")}-${part("day")}`;
}

function isAhead(moment: Moment, now: Date): boolean {
  const days = daysBetween(localDay(now), moment.length > 10 ? localDay(new Date(moment)) : moment);
  return days >= 0 && days <= farthestDays;
}
