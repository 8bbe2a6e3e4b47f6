import fc from "fast-check";
import { expect, test } from "vitest";
import { findGap, rankInGap } from "./place.ts";
import { byRank, evenRanks, needsRebalance, type Rank, rankBetween } from "./rank.ts";

/** Inserts and moves by position, the way boards are used; returns the list in the order people asked for. */
function play(steps: readonly { pick: number; to: number }[]): { id: string; rank: Rank }[] {
  const order: { id: string; rank: Rank }[] = [];
  steps.forEach(({ pick, to }, step) => {
    const moving = order.length > 3 && pick % 2 === 0 ? order.splice(pick % order.length, 1)[0] : undefined;
    const at = to % (order.length + 1);
    const rank = rankBetween(order[at - 1]?.rank ?? null, order[at]?.rank ?? null);
    order.splice(at, 0, { id: moving?.id ?? `row-${step}`, rank });
  });
  return order;
}

const steps = fc.array(fc.record({ pick: fc.nat(), to: fc.nat() }), { maxLength: 200 });

test("rows sorted by rank stand where people put them, and no two share a rank", () => {
  fc.assert(
    fc.property(steps, (asked) => {
      const order = play(asked);
      expect([...order].sort(byRank).map((row) => row.id)).toEqual(order.map((row) => row.id));
      expect(new Set(order.map((row) => row.rank)).size).toBe(order.length);
    }),
  );
});

test("equal or crossed neighbours are a defect, not a silent order", () => {
  const [a, b] = evenRanks(2) as [Rank, Rank];
  expect(() => rankBetween(a, a)).toThrow("out of order");
  expect(() => rankBetween(b, a)).toThrow("out of order");
});

test("ranks grow when everything goes between the same neighbours, and say so before the database refuses them", () => {
  let [above, below] = evenRanks(2) as [Rank, Rank];
  let inserts = 0;
  while (!needsRebalance(below)) {
    below = rankBetween(above, below);
    inserts++;
  }
  expect(inserts).toBeGreaterThan(100);
  expect(below.length).toBeLessThan(50);
  expect(evenRanks(20_000).every((rank) => rank.length <= 6)).toBe(true);
});

const rows = evenRanks(4).map((rank, index) => ({ id: "abcd".charAt(index), rank }));
const rankOf = (id: string) => rows.find((row) => row.id === id)?.rank ?? null;

test("a row lands after the one named, or before it, or at the end", () => {
  expect(findGap(rows, "x", { afterId: "b" })).toEqual({ above: rankOf("b"), below: rankOf("c") });
  expect(findGap(rows, "x", { beforeId: "b" })).toEqual({ above: rankOf("a"), below: rankOf("b") });
  expect(findGap(rows, "x", { beforeId: "a" })).toEqual({ above: null, below: rankOf("a") });
  expect(findGap(rows, "x", {})).toEqual({ above: rankOf("d"), below: null });
  expect(findGap([], "x", {})).toEqual({ above: null, below: null });
});

test("the moved row is not its own neighbour", () => {
  expect(findGap(rows, "b", { afterId: "a" })).toEqual({ above: rankOf("a"), below: rankOf("c") });
});

test("when the row above has gone the row below decides, and when both have gone the place is lost", () => {
  expect(findGap(rows, "x", { afterId: "gone", beforeId: "c" })).toEqual({ above: rankOf("b"), below: rankOf("c") });
  expect(findGap(rows, "x", { afterId: "gone", beforeId: "gone too" })).toBe("lost");
});

test("the server's few rows give the same gap as the browser's whole column", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 40 }),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      (count, pickMoving, pickAnchor, after) => {
        const column = evenRanks(count).map((rank, index) => ({ id: `row-${index}`, rank }));
        const moving = column[pickMoving % count]?.id ?? "";
        const anchor = column[pickAnchor % count]?.id ?? "";
        fc.pre(moving !== anchor);
        const anchors = after ? { afterId: anchor } : { beforeId: anchor };
        const others = column.filter((row) => row.id !== moving);
        const at = others.findIndex((row) => row.id === anchor);
        const few = others.slice(Math.max(0, at - 1), at + 2);
        expect(findGap(few, moving, anchors)).toEqual(findGap(column, moving, anchors));
      },
    ),
  );
});

test("a row dropped where it lies keeps its rank", () => {
  const b = rankOf("b");
  const gap = findGap(rows, "b", { afterId: "a" });
  expect(gap).not.toBe("lost");
  if (gap !== "lost") expect(rankInGap(gap, b)).toBe(b);
});
