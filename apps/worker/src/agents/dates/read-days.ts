import { Temporal } from "temporal-polyfill";
import type { DateReader } from "./date-reader.ts";
import { nthWeekday } from "./find-ordinal-weekdays.ts";
import { holidayFrom } from "./holidays.ts";

/** Days somebody may mean, before it is known whether as a due date, a defer date or not at all. */
export type ReadDay = {
  start: number;
  end: number;
  kind:
    | "date"
    | "numeric"
    | "day"
    | "weekday"
    | "ahead"
    | "hours"
    | "span"
    | "end"
    | "month"
    | "monthly"
    | "dayOfMonth"
    | "daily"
    | "workdays"
    | "monthDay"
    | "weekend"
    | "holiday"
    | "ordinalWeekday"
    | "mid";
  day: Temporal.PlainDate;
  /** Numbers alone are as often a fraction or a version. */
  /** The first day behind it, when it is more than one. */
  over: Temporal.PlainDate | null;
  hasYear: boolean;
  isNext: boolean;
  isAlways: boolean;
  /** An abbreviation that is another word, too. */
  isShort: boolean;
  part: string | undefined;
  hours: number;
};

type Groups = Record<string, string | undefined>;
type Read = Pick<ReadDay, "kind" | "day"> & Partial<ReadDay>;

/** Every day in folded text, each character used once; what is more exact comes first. */
export function readDays(
  text: string,
  reader: DateReader,
  now: Temporal.PlainDateTime,
  monthFirst: boolean,
): ReadDay[] {
  const today = now.toPlainDate();
  const taken: ReadDay[] = [];
  /** Which characters are used, so that a look costs no more the more days there are. */
  const used = new Uint8Array(text.length);
  const take = (pattern: RegExp, read: (groups: Groups, matched: string, index: number) => Read | null) => {
    for (const match of text.matchAll(pattern)) {
      const [matched] = match;
      const [start, end] = [match.index, match.index + matched.length];
      if (used.subarray(start, end).includes(1)) continue;
      const found = read(match.groups ?? {}, matched, match.index);
      const inNextWeek = found?.kind === "weekday" && reader.nextWeek.exec(text.slice(end, end + 24));
      if (found && inNextWeek) {
        found.day = weekOf(today).add({ days: 6 + found.day.dayOfWeek });
        found.isNext = true;
      }
      if (found) {
        used.fill(1, start, end);
        taken.push({
          start,
          end,
          over: null,
          hasYear: false,
          isNext: false,
          isAlways: false,
          isShort: false,
          part: undefined,
          hours: 0,
          ...found,
        });
      }
    }
  };
  const known = new Map<string, Temporal.PlainDate | null>();
  /** A list may name one day again and again. */
  const dayOf = (parts: DateParts) => {
    const key = `${parts.day}/${parts.month}/${parts.year}`;
    let day = known.get(key);
    if (day === undefined) known.set(key, (day = dated(today, parts)));
    return day;
  };
  const monthOf = (name = "") => reader.isMonth.findIndex((is) => is.test(name)) + 1;
  const named = ({ day, month, year }: Groups) => dayOf({ day, month: monthOf(month), year });
  // "Antes del 3/4" is the third of April in America, too.
  const isOwnWay = (index: number) =>
    reader.words.language !== "en" && reader.due.test(text.slice(Math.max(0, index - 30), index));
  const numbered = ({ day, month, year }: Groups, index: number) =>
    monthFirst && !isOwnWay(index)
      ? dayOf({ day: month, month: Number(day), year })
      : dayOf({ day, month: Number(month), year });

  for (const pattern of reader.monthly)
    take(pattern, ({ d }) => kept("monthly", nextDayOfMonth(today, Number(d)), { hasYear: true }));
  if (reader.ordinalWeekday)
    take(reader.ordinalWeekday, ({ ordinal = "", weekday = "" }) => {
      const which = reader.isOrdinal.findIndex((is) => is.test(ordinal)) + 1;
      const dayOfWeek = reader.isWeekday.findIndex((is) => is.test(weekday)) + 1;
      if (which === 0 || dayOfWeek === 0) return null;
      const first = today.with({ day: 1 });
      const [here, later] = [first, first.add({ months: 1 })].map((month) =>
        nthWeekday(month, dayOfWeek, which === 5 ? "last" : which),
      );
      const isAhead = here && Temporal.PlainDate.compare(here, today) >= 0;
      return kept("ordinalWeekday", (isAhead ? here : later) ?? null, { over: later ?? null });
    });
  take(reader.daily, () => kept("daily", today));
  if (reader.workdays) take(reader.workdays, () => kept("workdays", nextWorkday(today)));
  take(reader.iso, ({ day, month, year }) =>
    kept("date", dayOf({ day, month: Number(month), year }), { hasYear: true }),
  );
  take(reader.endOf, ({ month, year }, matched) => kept("end", endOf(matched, monthOf(month), year)));
  take(reader.dayMonth, (groups) => kept("date", named(groups), { hasYear: groups["year"] !== undefined }));
  if (reader.words.language === "en")
    take(reader.monthDay, (groups) => kept("monthDay", named(groups), { hasYear: groups["year"] !== undefined }));
  take(reader.numeric, (groups, _, index) =>
    kept("numeric", numbered(groups, index), { hasYear: groups["year"] !== undefined }),
  );
  take(reader.holiday, (groups) => {
    const name = (["christmas", "newYear", "easter"] as const).find((holiday) => groups[holiday] !== undefined);
    const { eve, over } = holidayFrom(today, name ?? "christmas");
    return kept("holiday", eve, { over });
  });
  take(reader.span, (_, matched) =>
    kept("span", spanFrom(today, reader.isSpan.find(({ is }) => is.test(matched))?.span)),
  );
  take(reader.ahead, ({ number, unit }) => ahead(number ?? "", unit ?? ""));
  take(reader.weekday, ({ weekday = "", next, nextAfter, part }) => {
    const index = reader.isWeekday.findIndex((is) => is.test(weekday));
    // Where a form depends on the words before it, it only matches in its place.
    if (index < 0) return null;
    const isNext = Boolean(next ?? nextAfter);
    const isAlways = reader.isAlways?.test(weekday) === true;
    const inWord = part ?? /(?:nach|vor)?mittag$|abend$|nacht$|avond$|middag$/.exec(weekday)?.[0];
    return kept("weekday", nextWeekday(today, index + 1, isNext), { isNext, isAlways, part: inWord });
  });
  if (reader.weekend) take(reader.weekend, () => kept("weekend", nextWeekday(today, 6)));
  if (reader.shortWeekday)
    take(reader.shortWeekday, ({ weekday = "" }, _, index) => {
      const dayOfWeek = reader.isShortWeekday.findIndex((is) => is.test(weekday)) + 1;
      const [before, after] = [text.slice(Math.max(0, index - 30), index), text.slice(index + weekday.length)];
      const isDay = reader.afterShort.test(after) || (isWeekdayWord(before) && /^\.?(?:\s|[,;!?)]|$)/.test(after));
      if (!isDay || dayOfWeek === 0) return null;
      return kept("weekday", nextWeekday(today, dayOfWeek), { isShort: true });
    });
  take(reader.day, ({ ahead: phrase = "", part }) => {
    const days = reader.isDay.find(({ is }) => is.test(phrase))?.ahead;
    return days === undefined ? null : kept("day", today.add({ days }), { part });
  });
  take(reader.month, ({ month, mid, year }) => {
    const number = monthOf(month);
    const first = number === 0 ? null : dayOf({ day: mid ? "15" : "1", month: number, year });
    return kept(mid ? "mid" : "month", first);
  });
  if (reader.dayOfMonth) take(reader.dayOfMonth, ({ d }) => kept("dayOfMonth", nextDayOfMonth(today, Number(d))));
  return taken.toSorted((a, b) => a.start - b.start);

  function isWeekdayWord(before: string): boolean {
    return [reader.due, reader.every, reader.defer].some((words) => words.test(before));
  }

  function endOf(matched: string, month: number, year: string | undefined): Temporal.PlainDate | null {
    if (month === 0) {
      const inMonth = reader.isEndOfYear.test(matched) ? today.with({ month: 12 }) : today;
      return inMonth.with({ day: inMonth.daysInMonth });
    }
    const first = today.with({ day: 1, month, ...(year && { year: Number(year) }) });
    const last = first.with({ day: first.daysInMonth });
    return year || Temporal.PlainDate.compare(last, today) >= 0 ? last : last.add({ years: 1 });
  }

  function ahead(number: string, unitName: string): Read | null {
    const count = /^\d/.test(number) ? Number(number) : reader.isNumber.find(({ is }) => is.test(number))?.value;
    const unit = reader.isUnit.find(({ is }) => is.test(unitName))?.unit;
    if (!count || !unit) return null;
    if (unit === "hour") return { kind: "hours", day: today, hours: count };
    return { kind: "ahead", day: today.add({ [`${unit}s`]: count }) };
  }
}

function kept(kind: ReadDay["kind"], day: Temporal.PlainDate | null, more: Partial<ReadDay> = {}): Read | null {
  return day && { kind, day, ...more };
}

type DateParts = { day: string | undefined; month: number; year: string | undefined };

/** The next such day, or that of its year; none when there is no such day. */
function dated(today: Temporal.PlainDate, { day, month, year }: DateParts): Temporal.PlainDate | null {
  try {
    const parts = { month, day: Number(day) };
    if (year)
      return Temporal.PlainDate.from({ ...parts, year: Number(year.trim().padStart(4, "20")) }, { overflow: "reject" });
    const here = Temporal.PlainDate.from({ ...parts, year: today.year }, { overflow: "reject" });
    return Temporal.PlainDate.compare(here, today) >= 0 ? here : here.add({ years: 1 });
  } catch {
    return null;
  }
}

function nextDayOfMonth(today: Temporal.PlainDate, day: number): Temporal.PlainDate | null {
  if (day < 1 || day > 31) return null;
  const here = today.with({ day });
  return Temporal.PlainDate.compare(here, today) >= 0 ? here : today.with({ day: 1 }).add({ months: 1 }).with({ day });
}

/** Today counts, unless it is to be the next one. */
export function nextWeekday(today: Temporal.PlainDate, dayOfWeek: number, isNext = false): Temporal.PlainDate {
  const days = (dayOfWeek - today.dayOfWeek + 7) % 7;
  return today.add({ days: days === 0 && isNext ? 7 : days });
}

/** The Monday of this week. */
function weekOf(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ days: today.dayOfWeek - 1 });
}

/** Today counts. */
export function nextWorkday(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.dayOfWeek <= 5 ? today : today.add({ days: 8 - today.dayOfWeek });
}

function spanFrom(today: Temporal.PlainDate, span: "week" | "month" | "year" | undefined): Temporal.PlainDate | null {
  if (span === "week") return today.add({ days: 8 - today.dayOfWeek });
  if (span === "month") return today.with({ day: 1 }).add({ months: 1 });
  return span === "year" ? today.with({ day: 1, month: 1 }).add({ years: 1 }) : null;
}
