import { expect, test } from "vitest";
import { fakeClock } from "./fake-clock.ts";

test("stands still until it is told to go on", () => {
  const clock = fakeClock("2026-03-02T09:00:00Z");
  expect(clock.instant()).toBe("2026-03-02T09:00:00.000Z");
  clock.advance({ days: 15, minutes: 1, milliseconds: 5 });
  expect(clock.now()).toEqual(new Date("2026-03-17T09:01:00.005Z"));
  clock.set("2026-01-01T00:00:00Z");
  expect(clock.instant()).toBe("2026-01-01T00:00:00.000Z");
});
