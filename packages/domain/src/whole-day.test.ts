import fc from "fast-check";
import { expect, test } from "vitest";
import { daySchema } from "./moment.ts";
import { firstDay, isDay, lastDay } from "./whole-day.ts";

test("what is a day without the parser is one for the parser, and the other way round", () => {
  const part = (max: number, width: number) => fc.nat({ max }).map((number) => String(number).padStart(width, "0"));
  const dated = fc.tuple(part(2_300, 4), part(14, 2), part(33, 2)).map((parts) => parts.join("-"));
  const edges = fc.constantFrom(firstDay, lastDay, "1899-12-31", "2201-01-01", "2024-02-29", "2100-02-29", "");
  fc.assert(
    fc.property(fc.oneof(dated, edges, fc.string()), (text) => {
      expect(isDay(text)).toBe(daySchema.safeParse(text).success);
    }),
    { numRuns: 2_000 },
  );
});
