import { expect, test } from "vitest";
import { readDuration } from "./read-duration.ts";

test.for<[string, number | null]>([
  ["30m", 30],
  ["1.5h", 90],
  ["1,5 h", 90],
  ["2 hours", 120],
  ["1h 30m", 90],
  ["1h30min", 90],
  [" 90 Mins\t", 90],
  ["2 hrs", 120],
  ["1 day", 480],
  ["20d", 9_600],
  ["0.4m", null],
  ["21d", null],
  ["0h", null],
  ["90", null],
  ["1h 30", null],
  ["-1h", null],
  ["1h - 30m", null],
  ["500ms", null],
  ["3 weeks", null],
  ["1 constructor", null],
  ["a while", null],
  ["", null],
])("a duration of %j is %j minutes", ([text, minutes]) => {
  expect(readDuration(text)).toBe(minutes);
});
