import { expect, test } from "vitest";
import { pauseMs } from "./pause.ts";

test("pauses grow from half a minute to a quarter of an hour", () => {
  const pauses = [1, 2, 3, 4, 5, 6, 40].map((failures) => pauseMs(failures, null, () => 1) / 60_000);
  expect(pauses).toEqual([1, 2, 4, 8, 15, 15, 15]);
  expect(pauseMs(1, null, () => 0)).toBe(30_000);
});

test("what the app asks for is waited, within reason", () => {
  expect(pauseMs(1, 300, () => 0)).toBe(300_000);
  expect(pauseMs(1, 86_400, () => 0)).toBe(15 * 60_000);
});
