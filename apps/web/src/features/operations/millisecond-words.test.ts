import { expect, test } from "vitest";
import { millisecondWords } from "./millisecond-words.ts";

test.each([
  [0, "0 ms"],
  [6.6, "7 ms"],
  [999, "999 ms"],
  [1_440, "1.4 s"],
  [9_949, "9.9 s"],
  [12_300, "12 s"],
  [200_000, "3 min"],
])("%d milliseconds are %s", (milliseconds, words) => {
  expect(millisecondWords(milliseconds)).toBe(words);
});
