import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answers, binOf, bins, calibrate } from "./calibrate.ts";

const answers = fc.array(fc.record({ applied: fc.nat(40), dismissed: fc.nat(40) }), {
  minLength: bins,
  maxLength: bins,
});
const confidence = fc.double({ min: 0, max: 1, noNaN: true });
const slack = 1e-9;

const oneMore = (of: Answers, bin: number, what: "applied" | "dismissed"): Answers =>
  of.map((one, index) => (index === bin ? { ...one, [what]: one[what] + 1 } : one));

test("without answers an agent is as sure as it says", () => {
  for (const says of [0, 0.03, 0.1, 0.42, 0.5, 0.77, 0.95, 1]) expect(calibrate(says, [])).toBeCloseTo(says, 9);
});

test("whoever is hardly ever believed is hardly sure, whoever always is, is surer", () => {
  const ofBin = (applied: number, dismissed: number) =>
    Array.from({ length: bins }, (_, bin) =>
      bin === binOf(0.7) ? { applied, dismissed } : { applied: 0, dismissed: 0 },
    );
  expect(calibrate(0.7, ofBin(0, 30))).toBeLessThan(0.35);
  expect(calibrate(0.7, ofBin(30, 0))).toBeGreaterThan(0.85);
  expect(calibrate(0.7, ofBin(15, 15))).toBeLessThan(0.6);
});

test("surer by itself is never less sure", () => {
  fc.assert(
    fc.property(answers, confidence, confidence, (told, a, b) => {
      expect(calibrate(Math.min(a, b), told)).toBeLessThanOrEqual(calibrate(Math.max(a, b), told) + slack);
    }),
  );
});

test("an answer moves the confidence its way or not at all, and never out of bounds", () => {
  fc.assert(
    fc.property(answers, confidence, fc.nat(bins - 1), (told, says, bin) => {
      const before = calibrate(says, told);
      expect(calibrate(says, oneMore(told, bin, "applied"))).toBeGreaterThanOrEqual(before - slack);
      expect(calibrate(says, oneMore(told, bin, "dismissed"))).toBeLessThanOrEqual(before + slack);
      expect(before).toBeGreaterThanOrEqual(0);
      expect(before).toBeLessThanOrEqual(1);
    }),
  );
});
