import fc from "fast-check";
import { expect, test } from "vitest";
import { createTurns } from "./take-turns.ts";

const start = Date.UTC(2026, 10, 29);

test("whoever comes alone is due now, and an import does not delay who comes after it", () => {
  let now = start;
  const takeTurn = createTurns(() => now);
  const imported = Array.from({ length: 5_000 }, () => takeTurn("ada", "cheap"));
  expect(imported[0]).toBe(createTurns(() => now)("bob", "cheap"));
  now += 1_000;
  const bob = takeTurn("bob", "cheap");
  // As many as a person may bring in a second or two, of five thousand.
  expect(imported.filter((priority) => priority >= bob).length).toBeLessThanOrEqual(20);
  expect(imported).toEqual(imported.toSorted((a, b) => b - a));
});

test("queues do not count for each other", () => {
  const takeTurn = createTurns(() => start);
  for (let n = 0; n < 100; n++) takeTurn("ada", "model");
  expect(takeTurn("ada", "cheap")).toBe(takeTurn("bob", "cheap"));
  expect(takeTurn("ada", "model")).toBeLessThan(takeTurn("bob", "model"));
});

test("whatever others bring, a text is due no later than its place among one's own", () => {
  const arrivals = fc.array(fc.record({ user: fc.constantFrom("ada", "bob", "cy"), afterMs: fc.nat(3_000) }));
  fc.assert(
    fc.property(arrivals, (told) => {
      let now = start;
      const together = createTurns(() => now);
      const alone = new Map(["ada", "bob", "cy"].map((user) => [user, createTurns(() => now)]));
      for (const { user, afterMs } of told) {
        now += afterMs;
        expect(together(user, "cheap")).toBe(alone.get(user)!(user, "cheap"));
      }
    }),
  );
});

test("who waits for nothing is forgotten", () => {
  let now = start;
  const takeTurn = createTurns(() => now);
  for (let n = 0; n < 30_000; n++) {
    takeTurn(`user ${n}`, "cheap");
    now += 1;
  }
  expect(takeTurn("user 1", "cheap")).toBe(createTurns(() => now)("user 1", "cheap"));
});
