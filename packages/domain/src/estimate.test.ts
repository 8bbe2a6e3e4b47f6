import { describe, expect, test } from "vitest";
import { estimateWords, parseEstimate } from "./estimate.ts";

describe("an estimate", () => {
  test.each([
    ["45", 45],
    [" 45 min ", 45],
    ["1h", 60],
    ["1h 30", 90],
    ["1h30m", 90],
    ["1:30", 90],
    ["1.5h", 90],
    ["1,5 h", 90],
    ["2 hours", 120],
  ])("%j is %i minutes", (text, minutes) => {
    expect(parseEstimate(text)).toBe(minutes);
  });

  test.each(["", "0", "-5", "soon", "1h 90m 3", "99999", "500h", "1:75"])("%j is none", (text) => {
    expect(parseEstimate(text)).toBeNull();
  });

  test.each([
    [25, "25 min"],
    [60, "1 h"],
    [65, "1 h 05"],
    [90, "1 h 30"],
  ])("of %i minutes reads %s and back", (minutes, words) => {
    expect(estimateWords(minutes)).toBe(words);
    expect(parseEstimate(words)).toBe(minutes);
  });
});
