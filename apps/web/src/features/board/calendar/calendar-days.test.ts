import fc from "fast-check";
import { expect, test } from "vitest";
import { stepDay, weeksAround } from "./calendar-days.ts";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

test("a month is whole weeks that hold all its days and begin with the reader's first", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 7 }), (any, weekStart) => {
      const weeks = weeksAround(any, "month", weekStart);
      const days = weeks.flat();
      expect(new Set(days).size).toBe(weeks.length * 7);
      expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(weekStart % 7);
      const own = days.filter((each) => each.startsWith(any.slice(0, 7)));
      expect(own.length).toBe(Number(stepDay(`${any.slice(0, 7)}-31`, "month", 0).slice(8)));
      // No week of other months alone.
      for (const week of weeks) expect(week.some((each) => each.startsWith(any.slice(0, 7)))).toBe(true);
    }),
  );
});

test("February 2027 fits four weeks that begin on Monday", () => {
  expect(weeksAround("2027-02-10", "month", 1)).toHaveLength(4);
  expect(weeksAround("2027-02-10", "week", 7)).toEqual([
    ["2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11", "2027-02-12", "2027-02-13"],
  ]);
});

test("a month later than the 31st is the last day there is", () => {
  expect(stepDay("2027-01-31", "month", 1)).toBe("2027-02-28");
  expect(stepDay("2026-12-31", "month", 1)).toBe("2027-01-31");
  expect(stepDay("2027-03-31", "month", -1)).toBe("2027-02-28");
});
