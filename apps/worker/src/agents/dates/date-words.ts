import type { Holiday } from "./holidays.ts";

/**
 * How a language says when. All are sources of regular expressions over folded text (lower case, no accents). What
 * stands before or after a date is given without the spaces between.
 */
export type DateWords = {
  language: string;
  /** Monday first. */
  weekdays: readonly string[];
  /** Monday first; short ones are other words, too, and only count beside a word or a time that makes them days. */
  shortWeekdays?: readonly string[];
  weekend?: string;
  /** What the parser of English does not know of what is common. */
  informal?: string;
  /** A weekday's form that means every one of them: "montags". */
  weekdayAlways?: string;
  /** First to fourth, and last: of the weekdays of a month. English ones are read by themselves. */
  ordinals?: readonly string[];
  inMonth?: string;
  /** Before or after a weekday: the coming one, and not today. */
  next: string;
  nextAfter?: string;
  /** January first, as they follow a day. */
  months: readonly string[];
  /** Days from today, longer phrases first. */
  days: readonly (readonly [phrase: string, ahead: number])[];
  /** Behind a day, without a time of its own: "evening". */
  morning: string;
  evening: string;
  /** Between a day's number and its month, and between month and year. */
  ofMonth: string;
  ofYear: string;
  /** Behind a day's number: "5th". */
  ordinal: string;
  /** Before a number of units: "in 3 weeks". */
  ahead: string;
  numbers: readonly (readonly [word: string, number: number])[];
  units: { hour: string; day: string; week: string; month: string; year: string };
  /** Count behind a word that says due or defer. */
  holidays: Record<Holiday, string>;
  /** The whole coming one: as a defer date its first day. */
  nextSpan: { week: string; month: string; year: string };
  /** Its last day; before the name of a month `ofNamed`. */
  endOf: { month: string; year: string; ofNamed: string };
  /** Before the name of a month, when it stands alone: its fifteenth, else its first. */
  midOf: string;
  /** Before a time, behind its number, and the two words for twelve o'clock at day. */
  at: string;
  /** Those of them behind which a number is a time. */
  sureAt?: string;
  oclock: string;
  noon: string;
  /** Between a day and a time, when the time comes first. */
  on: string;
  /** Every day, and all but those of the weekend: mean something beside a time only. */
  daily: string;
  workdays?: string;
  /** Every one: before a weekday. And between two of them. */
  every: string;
  and: string;
  /** A day of this or the next month, which needs a word before it. */
  dayOfMonth?: string;
  /** Each month on a day, whose number is the group `d`. */
  monthly: readonly string[];
  /** Before a date: each year. */
  yearly?: string;
  /** Before a date: it is the last or the very moment. */
  due: string;
  /** Before a date: nothing is to be done earlier. */
  defer: string;
  /** Before a date: likewise, but rather not of a weekday ("off from Monday"). */
  softDefer?: string;
  /** Those of both after which the date itself is over, too. */
  past: string;
  /** Behind a date: likewise ("1 May onwards"). */
  deferAfter?: string;
  /** In the same clause before a date: it is to be looked at again then. */
  again?: string;
  /** Before or after: no date to plan for, but bygone, denied or a name. */
  never: string;
  neverAfter: string;
};
