import { Temporal } from "temporal-polyfill";

export type Holiday = "christmas" | "newYear" | "easter";

/** The last day before a holiday and the first after it, of the next one that is not over. */
export function holidayFrom(
  today: Temporal.PlainDate,
  holiday: Holiday,
): { eve: Temporal.PlainDate; over: Temporal.PlainDate } {
  const here = holidayOf(today.year, holiday);
  return Temporal.PlainDate.compare(here.eve, today) >= 0 ? here : holidayOf(today.year + 1, holiday);
}

function holidayOf(year: number, holiday: Holiday): { eve: Temporal.PlainDate; over: Temporal.PlainDate } {
  const sunday = easterSunday(year);
  const of = {
    christmas: { eve: new Temporal.PlainDate(year, 12, 24), over: new Temporal.PlainDate(year, 12, 27) },
    newYear: { eve: new Temporal.PlainDate(year, 12, 31), over: new Temporal.PlainDate(year + 1, 1, 2) },
    easter: { eve: sunday.subtract({ days: 1 }), over: sunday.add({ days: 2 }) },
  };
  return of[holiday];
}

/** Of the Gregorian calendar, as Meeus, Jones and Butcher compute it. */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 19 * a + 15;
  const h = d % 30;
  const m = Math.floor((a + 11 * h) / 319);
  const l = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - (h - m) + 32) % 7;
  const month = Math.floor((h - m + l + 90) / 25);
  return new Temporal.PlainDate(year, month, (h - m + l + month + 19) % 32);
}
