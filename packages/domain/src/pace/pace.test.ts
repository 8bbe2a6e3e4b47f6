import fc from "fast-check";
import { expect, test } from "vitest";
import { ageStep, olderThanPercent, type Pace } from "./pace.ts";

const dayMs = 86_400_000;
const upTo = (days: number): Pace => ({
  finished: 40,
  quantiles: Array.from({ length: 19 }, (_, n) => ((n + 1) / 20) * days * dayMs),
});

test("a task is compared with how long finished ones took", () => {
  expect(olderThanPercent(9 * dayMs, upTo(10))).toBe(85);
  expect(olderThanPercent(100 * dayMs, upTo(10))).toBe(95);
  expect(olderThanPercent(0, upTo(10))).toBe(0);
});

test("under ten finished tasks nothing is said and days decide", () => {
  const few: Pace = { finished: 9, quantiles: [] };
  expect(olderThanPercent(9 * dayMs, few)).toBeNull();
  expect([2, 3, 7, 14].map((days) => ageStep(days * dayMs, few))).toEqual([1, 2, 3, 4]);
  expect([2, 3, 7, 14].map((days) => ageStep(days * dayMs, null))).toEqual([1, 2, 3, 4]);
});

test("the tint follows the board's own pace: what is old here may be young there", () => {
  expect(ageStep(9 * dayMs, upTo(10))).toBe(4);
  expect(ageStep(9 * dayMs, upTo(40))).toBe(1);
  expect(ageStep(dayMs / 2, upTo(0.1))).toBe(1);
});

test("growing older never lowers percent or step", () => {
  const pace = fc
    .array(fc.nat(400 * dayMs), { minLength: 19, maxLength: 19 })
    .map((values): Pace => ({ finished: 50, quantiles: values.sort((a, b) => a - b) }));
  fc.assert(
    fc.property(pace, fc.nat(500 * dayMs), fc.nat(500 * dayMs), (own, a, b) => {
      const [young, old] = [Math.min(a, b), Math.max(a, b)];
      expect(olderThanPercent(old, own)!).toBeGreaterThanOrEqual(olderThanPercent(young, own)!);
      expect(ageStep(old, own)).toBeGreaterThanOrEqual(ageStep(young, own));
    }),
  );
});
