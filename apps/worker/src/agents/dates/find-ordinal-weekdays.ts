import { Temporal } from "temporal-polyfill";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;
const ordinals: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
};

const phrase = new RegExp(
  `\\b(?:(?:every|each) )?(${Object.keys(ordinals).join("|")}|last) (${weekdays.join("|")}) (?:in|of) ` +
    `(?:(?:the )?(next|this|each|every|the) month|(${months.join("|")})[a-z]*\\.?)(?: (\\d{4}))?\\b`,
  "gi",
);

export type OrdinalWeekday = { day: Temporal.PlainDate; start: number; end: number };

/**
 * "the first Friday in December", "last Monday of next month": days the parser does not know and would read as the
 * coming Friday. Without a year it is the next such day from `today` on. Offsets are UTF-16 code units.
 */
export function findOrdinalWeekdays(text: string, today: Temporal.PlainDate): OrdinalWeekday[] {
  return [...text.matchAll(phrase)].flatMap((match) => {
    const [matched, which = "", weekday = "", relative, month, year] = match;
    const ordinal = ordinals[which.toLowerCase()] ?? "last";
    const dayOfWeek = weekdays.indexOf(weekday.toLowerCase() as (typeof weekdays)[number]) + 1;
    const first = firstOfMonth(today, relative?.toLowerCase(), month?.slice(0, 3).toLowerCase(), year);
    const day = nthWeekday(first, dayOfWeek, ordinal);
    const isBygone = Temporal.PlainDate.compare(day, today) < 0;
    const isEvery = /^(?:each|every|the)$/i.test(relative ?? "");
    if (isBygone && (year || (relative && !isEvery))) return [];
    const next = isBygone ? nthWeekday(first.add(isEvery ? { months: 1 } : { years: 1 }), dayOfWeek, ordinal) : day;
    return [{ day: next, start: match.index, end: match.index + matched.length }];
  });
}

function firstOfMonth(today: Temporal.PlainDate, relative?: string, month?: string, year?: string): Temporal.PlainDate {
  const thisMonth = today.with({ day: 1 });
  if (!month) return relative === "next" ? thisMonth.add({ months: 1 }) : thisMonth;
  const number = months.indexOf(month as (typeof months)[number]) + 1;
  return thisMonth.with({ month: number, ...(year ? { year: Number(year) } : {}) });
}

/** That one of a month, whose first day is given. */
export function nthWeekday(first: Temporal.PlainDate, dayOfWeek: number, ordinal: number | "last"): Temporal.PlainDate {
  if (ordinal === "last") {
    const end = first.with({ day: first.daysInMonth });
    return end.subtract({ days: (end.dayOfWeek - dayOfWeek + 7) % 7 });
  }
  return first.add({ days: ((dayOfWeek - first.dayOfWeek + 7) % 7) + (ordinal - 1) * 7 });
}
