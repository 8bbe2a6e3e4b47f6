import { expect, test } from "vitest";
import { createCircuitBreaker } from "./circuit-breaker.ts";

test("three faults in a row open it, one probe after a pause decides, and pauses grow", () => {
  const breaker = createCircuitBreaker();
  for (const now of [0, 1]) breaker.failed(now);
  expect(breaker.admits(2)).toBe(true);
  breaker.failed(2);
  expect([breaker.admits(3), breaker.isOpen(3)]).toEqual([false, true]);
  expect([breaker.admits(30_002), breaker.admits(30_003)]).toEqual([true, false]);
  breaker.failed(30_010);
  expect([breaker.admits(60_020), breaker.admits(90_010)]).toEqual([false, true]);
  breaker.succeeded();
  expect([breaker.admits(90_011), breaker.admits(90_012)]).toEqual([true, true]);
});

test("faults that are not in a row do not add up, and no pause is longer than half an hour", () => {
  const breaker = createCircuitBreaker();
  for (let now = 0; now < 100; now++) {
    breaker.failed(now);
    breaker.succeeded();
  }
  expect(breaker.admits(100)).toBe(true);
  for (let now = 0; now < 50; now++) breaker.failed(now);
  expect(breaker.isOpen(50 + 31 * 60_000)).toBe(false);
});
