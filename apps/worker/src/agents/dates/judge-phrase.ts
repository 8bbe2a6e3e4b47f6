import type { ParsedResult } from "chrono-node/en";
import { Temporal } from "temporal-polyfill";

/** A match that is meant as a date: where it really starts and ends, its time of day, and how sure that is. */
export type Phrase = {
  start: number;
  end: number;
  /** Counted from the writer's today, where the parser is wrong or sees only a part; else its own day holds. */
  daysAhead: number | null;
  clock: Temporal.PlainTime | null;
  weeksLater: number;
  confidence: number;
};

// What stands before a match and says that it is no deadline: recurring, bygone, a start rather than an end, a name.
const notBefore =
  /(?:\b(?:(?:every|each)\s+(?:second|other|third|2nd|3rd)|every|each|all|last|past|previous|since|after|from|starting|starts|beginning|not|never|earlier than|not before|as of|black|good|cyber|easter|ash|holy|shrove|bloody|mr\.?|mrs\.?|ms\.?|dr\.?)|n['’]t)\s+(?:on\s+)?$/i;
// "Don't call on Friday" sets no date; "don't forget to call on Friday" does.
const forbidden = /\b(?:don['’]t|do not|never)\s+(?!forget|miss|be late|wait|delay)[^.,;!?\n]*$/i;
// "Met him on Friday" was the last one.
const bygone =
  /\b(?:asked|called|met|saw|sent|wrote|went|was|were|talked|spoke|happened|came|arrived|bought|did)\b(?![^.,;!?\n]*\b(?:to|for|by|until|before|will|should|due)\b)[^.,;!?\n]*$/i;
const deadlineBefore = /\b(?:by|due|until|till|before|no later than|deadline|on|for)[:\s]+(?:the\s+)?$/i;
// And after it: a possessive ("today's"), a domain (monday.com), "Friday the 13th", a duration's head ("3pm-ish" is fine).
const notAfter = /^(?:['’]s\b|,\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\.[a-z]|\s+the\s+13th|\s+(?:ago|old)\b)/i;
const unitAfterNumber =
  /^\s?(?:%|€|\$|[x×]|k?m|k?g|cm|mm|miles?|times|people|persons|items?|pages?|steps|hours?|hrs?|h|min(?:ute)?s?|days?|weeks?|months?|years?)(?![a-z])/i;
// Also words of everyday English; as days they need a sign beside them.
const alsoWords = /^(?:sat|sun|wed|mon|weekend)$/i;
// A bare hour after a day, up to the end of the clause: "tomorrow 9", "Fri 14:30".
const hourAfter = /^,?\s+(?:at\s+|@\s*)?(\d{1,2})(?:[:.h](\d{2}))?(?=\s*(?:$|[\n,;!?)]|\.(?:\s|$)))/;

/** Decides whether a match of the parser is meant as a date at all; `null` when it is too weak or something else. */
export function judgePhrase(text: string, result: ParsedResult): Phrase | null {
  const { index, start: date, end } = result;
  // The parser may take a comma along.
  const matched = result.text.replace(/[\s,;]+$/, "");
  const before = text.slice(Math.max(0, index - 24), index);
  const after = text.slice(index + matched.length, index + matched.length + 24);
  const words = matched.toLowerCase();
  const labels = result.tags();

  // With the article the parser counts from the day in UTC, without it it only sees "tomorrow".
  const dayAfter = words.startsWith("tomorrow") ? /\bday after\s+$/i.exec(before) : null;
  const lead = dayAfter?.[0].length ?? 0;
  const daysAhead = lead > 0 || words.startsWith("the day after tomorrow") ? 2 : null;
  if (lead === 0 && notBefore.test(before)) return null;
  if (forbidden.test(text.slice(Math.max(0, index - 80), index))) return null;
  // A film, not a day.
  if (matched.startsWith("The Day After")) return null;
  if (notAfter.test(after)) return null;
  if (/\d$/.test(matched) && unitAfterNumber.test(after)) return null;
  // Part of a number, a version, a path or a longer word.
  if (/[\p{L}\w/.:#-]$/u.test(before) || /^[\p{L}\w/]|^[.:-]\d/u.test(after)) return null;
  if (date.isCertain("weekday") && !date.isCertain("month") && bygone.test(text.slice(Math.max(0, index - 80), index)))
    return null;
  if (/^(?:last|past|now)\b/.test(words)) return null;

  const kind = daysAhead === null ? kindOf(words, date, labels) : "full";
  if (!kind) return null;
  const bareWord = words.replace(/^(?:on|this|next)\s+/, "");
  const hasSign = bareWord !== words || deadlineBefore.test(before);
  if (alsoWords.test(bareWord) && !(hasSign && (/^\W*(?:$|\n|[,;.!?)])/.test(after) || /[A-Z]/.test(matched))))
    return null;
  if (kind === "numeric" && (words === "24/7" || !hasSign)) return null;

  let clock = statedClock(matched, date);
  let extra = 0;
  let confidence = confidences[kind];
  if (!clock && !end && kind !== "relative" && !date.isCertain("hour")) {
    const hour = hourAfter.exec(after);
    const stated = hour ? afterwards(hour, date, labels) : null;
    if (hour && stated !== "none") {
      extra = hour[0].length;
      clock = stated;
      confidence -= 0.15;
    }
  }
  // "Thursday week" is the one after.
  const weekLater =
    date.isCertain("weekday") && !date.isCertain("month") ? /^\s+week(?=\s*(?:$|[,.;!?]))/i.exec(after) : null;
  if (clock && kind !== "clock") confidence += 0.05;
  if (deadlineBefore.test(before)) confidence += 0.05;
  if (end) confidence -= 0.2;
  if (words.startsWith("next ")) confidence -= 0.2;
  return {
    start: index - lead,
    end: index + matched.length + (weekLater?.[0].length ?? extra),
    weeksLater: weekLater ? 1 : 0,
    daysAhead,
    clock,
    confidence: Math.round(Math.min(0.95, confidence) * 100) / 100,
  };
}

type Kind = "full" | "ambiguous" | "day" | "numeric" | "relative" | "clock";

/** How sure a kind of phrase alone makes us. */
const confidences: Record<Kind, number> = {
  full: 0.9,
  ambiguous: 0.6,
  day: 0.85,
  numeric: 0.5,
  relative: 0.65,
  clock: 0.55,
};

function kindOf(words: string, date: ParsedResult["start"], labels: Set<string>): Kind | null {
  if (labels.has("result/relativeDate")) {
    // "2 hours", "for 3 days" and "next week" say how long, not when.
    if (!/^(?:in|within)\s/.test(words) && !/\s(?:from now|later|from today)$/.test(words)) return null;
    if (
      /^(?:in|within)\s+(?:an?|few|the|one|\d|\d+\s+(?=s))?\s*(?:couple of\s+|few\s+)?(?:seconds?|secs?|minutes?|mins?|moments?)$/.test(
        words,
      )
    )
      return null;
    return "relative";
  }
  if (labels.has("parser/SlashDateFormatParser")) {
    if (!date.isCertain("year")) return "numeric";
    return (date.get("day") ?? 0) > 12 ? "full" : "ambiguous";
  }
  if (date.isCertain("day")) return date.isCertain("year") ? "full" : "day";
  if (date.isCertain("weekday")) return "day";
  if (date.isCertain("month")) return null;
  if (/^this (?:morning|afternoon|evening)\b/.test(words)) return "day";
  // A time alone: 3pm, 17:00. A bare 3:10 may be a ratio, "at 5" a price.
  if (words === "noon") return "clock";
  if (date.isCertain("hour") && (date.isCertain("meridiem") || /1[2-9]:|2[0-3]:/.test(words))) return "clock";
  return null;
}

/** The hour the match itself states. One to six without am, pm or a leading zero means the afternoon. */
function statedClock(matched: string, date: ParsedResult["start"]): Temporal.PlainTime | null {
  if (!date.isCertain("hour")) return null;
  const hour = date.get("hour") ?? 0;
  const isAfternoon = !date.isCertain("meridiem") && hour >= 1 && hour <= 6 && !new RegExp(`\\b0${hour}`).test(matched);
  return new Temporal.PlainTime(isAfternoon ? hour + 12 : hour, date.get("minute") ?? 0);
}

/** What a bare number after a day says: an hour, the day of the month (then no clock), or nothing of the kind. */
function afterwards(
  match: RegExpExecArray,
  date: ParsedResult["start"],
  labels: Set<string>,
): Temporal.PlainTime | null | "none" {
  const [, digits = "", minutes] = match;
  const number = Number(digits);
  if (minutes === undefined && date.isCertain("weekday") && date.get("day") === number) return null;
  if (number > 23 || Number(minutes ?? 0) > 59) return "none";
  // A date followed by a lone number ("12 May 7") is as likely a count.
  if (date.isCertain("month") && !date.isCertain("year") && minutes === undefined) return "none";
  const isLate =
    labels.has("casualReference/evening") ||
    labels.has("casualReference/afternoon") ||
    labels.has("casualReference/tonight");
  const isAfternoon = number < 12 && (isLate || (number >= 1 && number <= 6 && !digits.startsWith("0")));
  return new Temporal.PlainTime(isAfternoon ? number + 12 : number, Number(minutes ?? 0));
}
