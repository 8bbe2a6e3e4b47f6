import type { DateWords } from "./date-words.ts";

/** The regular expressions of a language, made once. */
export type DateReader = ReturnType<typeof dateReaderOf>;

/** Not inside a longer word, number, path or address. */
const start = String.raw`(?<![\p{L}\d_/.:#@+$€-])`;
const end = String.raw`(?![\p{L}\d_@]|[.:,/-]\d|-\p{L})`;
const number = String.raw`\d{1,2}`;
const year = String.raw`\d{4}`;

const alone = (source: string) => new RegExp(`^(?:${source})$`, "u");
const anywhere = (source: string) => new RegExp(`${start}(?:${source})${end}`, "gu");
/** Right before a date. */
const before = (source: string) => new RegExp(String.raw`(?:^|[^\p{L}\d'-])(?<lead>(?:${source})\s+)$`, "u");
/** Right behind one. */
const behind = (source: string) => new RegExp(String.raw`^\s*(?<tail>,?\s*(?:${source}))`, "u");
const oneOf = (sources: readonly string[]) => `(?:${sources.join("|")})`;

/** Compiles what a language says of time. */
export function dateReaderOf(words: DateWords) {
  const weekday = oneOf(words.weekdays);
  const month = oneOf(words.months);
  const days = oneOf(words.days.map(([phrase]) => phrase));
  const units = Object.values(words.units);
  const numbers = oneOf([String.raw`\d{1,3}`, ...words.numbers.map(([word]) => word)]);
  const spaced = (word: string) => (word === "" ? String.raw`\s+` : String.raw`\s+(?:(?:${word})\s+)?`);
  const withYear = String.raw`(?:,?${spaced(words.ofYear)}(?<year>${year}))?`;
  const part = String.raw`(?:\s+(?<part>${words.morning}|${words.evening}))?`;
  const beforeDay = String.raw`(?:(?:${weekday}),?\s+(?:(?:${words.on}|den|the)\s+)?)?`;
  const ordinal = `(?:${words.ordinal})?`;
  return {
    words,
    /** Whether the language may be meant at all. */
    hint: new RegExp(
      oneOf([
        weekday,
        ...(words.shortWeekdays ?? []),
        words.weekend ?? "(?!)",
        month,
        days,
        ...units,
        ...Object.values(words.endOf),
        ...Object.values(words.holidays),
        words.daily,
        words.workdays ?? "(?!)",
        ...words.monthly,
        words.dayOfMonth ?? "(?!)",
        String.raw`\d[./-]\s?\d`,
      ]),
      "u",
    ),
    dayMonth: anywhere(
      String.raw`${beforeDay}(?<day>${number})${ordinal}(?:\s*|${spaced(words.ofMonth)})(?<month>${month})${withYear}`,
    ),
    monthDay: anywhere(
      String.raw`(?<month>${month})\s+(?<day>${number})(?:${words.ordinal})?(?:,?\s+(?<year>${year}))?`,
    ),
    iso: anywhere(String.raw`(?<year>${year})-(?<month>\d\d)-(?<day>\d\d)`),
    numeric: anywhere(
      String.raw`${beforeDay}(?<day>${number})(?<sign>[./-])\s?(?<month>${number})(?:[./-](?<year>\s?${year}|\d\d(?!\d))|\.(?!\d))?`,
    ),
    daily: anywhere(words.daily),
    workdays: words.workdays === undefined ? null : anywhere(words.workdays),
    day: anywhere(`(?<ahead>${days})${part}`),
    weekday: anywhere(
      String.raw`(?:(?<next>${words.next})\s+)?(?<weekday>${weekday})(?:\s+(?<nextAfter>${words.nextAfter ?? "(?!)"}))?${part}`,
    ),
    shortWeekday: words.shortWeekdays === undefined ? null : anywhere(`(?<weekday>${oneOf(words.shortWeekdays)})`),
    // A time, a part of the day, its point, or the week it is in.
    afterShort: new RegExp(
      String.raw`^(?:\.(?=\s)|\.?,?\s(?:(?:${words.at})\s)?\d{1,2}(?:[:.]\d\d|\s?(?:${words.oclock}))${end}|\s(?:zwischen|entre|mezi|tussen|tra|miedzy|gegen|ab)\s\d|\s(?:${words.morning}|${words.evening}|${words.nextSpan.week})${end})`,
      "u",
    ),
    nextWeek: new RegExp(String.raw`^\.?,?\s(?:${words.nextSpan.week})${end}`, "u"),
    weekend: words.weekend === undefined ? null : anywhere(words.weekend),
    ahead: anywhere(String.raw`(?:${words.ahead})\s+(?<number>${numbers})\s+(?<unit>${oneOf(units)})`),
    ordinalWeekday:
      words.ordinals && words.inMonth
        ? anywhere(
            String.raw`(?:(?:${words.every})\s+)?(?<ordinal>${oneOf(words.ordinals)})\s+(?<weekday>${weekday})(?:\s+(?:${words.inMonth}))`,
          )
        : null,
    isOrdinal: (words.ordinals ?? []).map(alone),
    beforeOrdinal: words.ordinals === undefined ? /(?!)/ : before(oneOf(words.ordinals)),
    holiday: anywhere(oneOf(Object.entries(words.holidays).map(([name, source]) => `(?<${name}>${source})`))),
    span: anywhere(oneOf(Object.values(words.nextSpan))),
    endOf: anywhere(
      String.raw`(?:${words.endOf.month})|(?:${words.endOf.year})|(?:${words.endOf.ofNamed})\s+(?<month>${month})${withYear}`,
    ),
    month: anywhere(String.raw`(?:(?<mid>${words.midOf})\s*)?(?<month>${month})${withYear}`),
    monthly: words.monthly.map(anywhere),
    dayOfMonth: words.dayOfMonth === undefined ? null : anywhere(words.dayOfMonth),
    clock: anywhere(
      String.raw`(?:(?<at>${words.at})\s+)?(?:(?<hour>\d{1,2})(?:(?<colon>[:.]|\s?h\s?)(?<minute>[0-5]\d))?(?:\s?(?<oclock>${words.oclock}|(?<meridiem>[ap]\.?m\.?)))?(?:\s+(?<part>${words.morning}|${words.evening}))?|(?:${words.at})\s+(?<word>${oneOf(words.numbers.map(([word]) => word))})(?:\s(?:${words.oclock}))?|(?<noon>${words.noon}))`,
    ),
    // Some forms only count behind certain words, which do not stand in the match.
    isWeekday: words.weekdays.map((source) => alone(source.replace(/\(\?<=[^)]*\)/g, ""))),
    isShortWeekday: (words.shortWeekdays ?? []).map((source) => alone(source.replace(/\(\?=[^)]*\)/g, ""))),
    isInformal: alone(words.informal ?? "(?!)"),
    isMonth: words.months.map(alone),
    isDay: words.days.map(([phrase, ahead]) => ({ is: alone(phrase), ahead })),
    isNumber: words.numbers.map(([word, value]) => ({ is: alone(word), value })),
    isUnit: Object.entries(words.units).map(([unit, source]) => ({
      unit: unit as keyof DateWords["units"],
      is: alone(source),
    })),
    isSpan: Object.entries(words.nextSpan).map(([span, source]) => ({
      span: span as keyof DateWords["nextSpan"],
      is: alone(source),
    })),
    isEndOfYear: alone(words.endOf.year),
    // "A las 9" can hardly be anything else than a time; "um 9" may go on with what is nine.
    isSureAt: alone(words.sureAt ?? "(?!)"),
    isMorning: alone(words.morning),
    isEvening: alone(words.evening),
    isAlways: words.weekdayAlways === undefined ? null : new RegExp(words.weekdayAlways, "u"),
    every: before(words.every),
    yearly: words.yearly === undefined ? null : before(words.yearly),
    andWeekday: new RegExp(
      String.raw`^\s*(?:${words.and})\s*(?:(?:${words.on}|${words.every})\s+)?(?<weekday>${weekday})${end}`,
      "u",
    ),
    due: before(words.due),
    defer: before(words.defer),
    softDefer: words.softDefer === undefined ? null : before(words.softDefer),
    past: new RegExp(`^(?:${words.past})${end}`, "u"),
    deferAfter: words.deferAfter === undefined ? null : behind(words.deferAfter),
    again: words.again === undefined ? null : new RegExp(String.raw`${start}(?:${words.again})${end}[^.;!?\n]*$`, "u"),
    never: before(words.never),
    neverAfter: new RegExp(String.raw`^\s*(?:${words.neverAfter})`, "u"),
    link: new RegExp(String.raw`^,?\s*(?:(?:${words.on})\s+)?$`, "u"),
  };
}
