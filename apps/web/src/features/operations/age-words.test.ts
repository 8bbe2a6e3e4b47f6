import { expect, test } from "vitest";
import { agoShort, ageWords } from "./age-words.ts";

test("a span is told in its largest unit", () => {
  expect([0, 59.9, 60, 3_599, 3_600, 172_799, 172_800].map(ageWords)).toEqual([
    ...["0 s", "59 s", "1 min", "59 min", "1 h", "47 h", "2 d"],
  ]);
});

test("a clock that runs ahead makes nothing happen in the future", () => {
  expect(agoShort("2026-03-02T09:00:05.000Z", "2026-03-02T09:00:00.000Z")).toBe("0 s ago");
});
