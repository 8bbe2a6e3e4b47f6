import fc from "fast-check";
import { expect, test } from "vitest";
import { covers, rowsBetween, segmentsOf } from "./row-window.ts";

const heights = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 });
const px = fc.integer({ min: 0, max: 8_000 });

test("every row that touches the stretch is drawn, and no other", () => {
  fc.assert(
    fc.property(heights, px, px, (all, a, b) => {
      const [top, bottom] = [Math.min(a, b), Math.max(a, b)];
      const { from, to } = rowsBetween((index) => all[index] ?? 0, all.length, top, bottom);
      let start = 0;
      for (const [index, height] of all.entries()) {
        const touches = start < bottom && start + height > top;
        expect(index >= from && index < to).toBe(touches);
        start += height;
      }
    }),
  );
});

test("what is left out takes exactly its room, and kept rows stand in their order", () => {
  const kept = fc.uniqueArray(fc.nat({ max: 70 }), { maxLength: 3 });
  fc.assert(
    fc.property(heights, fc.nat({ max: 70 }), fc.nat({ max: 20 }), kept, (all, from, length, also) => {
      const keptRows = also.filter((index) => index < all.length);
      const segments = segmentsOf((index) => all[index] ?? 0, all.length, { from, to: from + length }, keptRows);
      const rows = segments.flatMap((segment) => (segment.kind === "row" ? segment.index : []));
      const heightOf = (segment: (typeof segments)[number]) =>
        segment.kind === "room" ? segment.height : (all[segment.index] ?? 0);
      expect(segments.reduce((sum, segment) => sum + heightOf(segment), 0)).toBe(all.reduce((a, b) => a + b, 0));
      expect(rows).toEqual([...new Set(rows)].toSorted((a, b) => a - b));
      for (const index of keptRows) expect(rows).toContain(index);
      for (let index = from; index < Math.min(from + length, all.length); index++) expect(rows).toContain(index);
    }),
  );
});

test("a range covers what lies in it, and nothing is always covered", () => {
  expect(covers({ from: 2, to: 9 }, { from: 3, to: 9 })).toBe(true);
  expect(covers({ from: 2, to: 9 }, { from: 3, to: 10 })).toBe(false);
  expect(covers({ from: 2, to: 9 }, { from: 0, to: 0 })).toBe(true);
});
