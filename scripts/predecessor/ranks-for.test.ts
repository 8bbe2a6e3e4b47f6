import { evenRanks, type Rank } from "@kanban/domain/rank";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ranksFor } from "./ranks-for.ts";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `row-${index}`);

function expectRising(order: readonly string[], ranks: ReadonlyMap<string, Rank>): void {
  expect([...ranks.keys()].sort()).toEqual([...order].sort());
  const listed = order.map((id) => ranks.get(id)!);
  for (const [index, rank] of listed.slice(1).entries()) expect(rank > listed[index]!).toBe(true);
}

/** How many can stay at best: every subset is tried. */
function mostThatCanStay(order: readonly string[], current: ReadonlyMap<string, Rank>): number {
  const known = order.filter((id) => current.has(id)).map((id) => current.get(id)!);
  let most = 0;
  for (let subset = 0; subset < 2 ** known.length; subset++) {
    const chosen = known.filter((_, index) => subset & (1 << index));
    if (chosen.every((rank, index) => index === 0 || rank > chosen[index - 1]!)) most = Math.max(most, chosen.length);
  }
  return most;
}

test("ranks rise in the order asked for, and as many as can keep theirs", () => {
  const some = fc.shuffledSubarray(ids(9), { minLength: 1 });
  fc.assert(
    fc.property(some, some, (before, order) => {
      const ranks = evenRanks(before.length);
      const current = new Map(before.map((id, index) => [id, ranks[index]!]));
      const result = ranksFor(order, current);
      expectRising(order, result);
      const kept = order.filter((id) => current.get(id) === result.get(id)).length;
      expect(kept).toBeGreaterThanOrEqual(mostThatCanStay(order, current));
    }),
  );
});

test("reordered over and over, with rows that come and go, they rise and stay short", () => {
  const orders = fc.array(fc.shuffledSubarray(ids(30), { minLength: 10 }), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(orders, (played) => {
      let current: ReadonlyMap<string, Rank> = new Map();
      for (const order of played) {
        current = ranksFor(order, current);
        expectRising(order, current);
        expect(ranksFor(order, current)).toEqual(current);
      }
      expect(Math.max(...[...current.values()].map((rank) => rank.length))).toBeLessThan(100);
    }),
    { numRuns: 50 },
  );
});

test("two of one rank do not both keep it, and new rows alone get short ones", () => {
  const [rank] = evenRanks(1) as [Rank];
  expectRising(
    ["a", "b"],
    ranksFor(
      ["a", "b"],
      new Map([
        ["a", rank],
        ["b", rank],
      ]),
    ),
  );
  expect([...ranksFor(["a", "b", "c"], new Map()).values()]).toEqual(evenRanks(3));
  expect(ranksFor([], new Map([["a", rank]]))).toEqual(new Map());
});
