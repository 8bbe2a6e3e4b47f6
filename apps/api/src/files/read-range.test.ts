import { expect, test } from "vitest";
import { readRange } from "./read-range.ts";

test.each([
  [undefined, null],
  ["bytes=0-9", { start: 0, end: 9 }],
  ["bytes=90-", { start: 90, end: 99 }],
  ["bytes=90-200", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-1000", { start: 0, end: 99 }],
  ["bytes=-0", "none"],
  ["bytes=100-", "none"],
  ["bytes=9-3", null],
  ["bytes=0-1,5-6", null],
  ["lines=1-2", null],
  ["bytes=-", null],
  ["bytes=99999999999999999999-", null],
  ["bytes=a-b", null],
])("%s of a hundred bytes", (header, range) => expect(readRange(header, 100)).toEqual(range));

test("no part of an empty file can be asked for", () => {
  expect(readRange("bytes=0-", 0)).toBe("none");
});
