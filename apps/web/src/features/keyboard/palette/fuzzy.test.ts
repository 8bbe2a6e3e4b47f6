import * as fc from "fast-check";
import { expect, test } from "vitest";
import { matchText } from "./fuzzy.ts";

const ranked = (query: string, texts: readonly string[]) =>
  texts
    .map((text) => ({ text, match: matchText(text, query, { loose: true }) }))
    .filter(({ match }) => match !== null)
    .toSorted((a, b) => (b.match?.score ?? 0) - (a.match?.score ?? 0))
    .map(({ text }) => text);
const found = (text: string, query: string, loose = true) =>
  matchText(text, query, { loose })?.ranges.map(([from, to]) => text.slice(from, to));

test("the beginning comes before a word's beginning, that before the middle, that before letters with gaps", () => {
  expect(ranked("mo", ["Remove", "Go to more", "Move to trash", "Main onion"])).toEqual([
    "Move to trash",
    "Go to more",
    "Remove",
    "Main onion",
  ]);
});

test("of two equal ones the shorter comes first", () => {
  expect(ranked("archive", ["Archive everything", "Archive"])).toEqual(["Archive", "Archive everything"]);
});

test("what was found is told in the original's own letters", () => {
  expect(found("Über Zürich", "zur")).toEqual(["Zür"]);
  expect(found("Move to Next", "mtn")).toEqual(["M", "t", "N"]);
  expect(found("Archive", "archve")).toEqual(["Arch", "ve"]);
  expect(found("Milk and bread", "bread milk")).toEqual(["Milk", "bread"]);
  expect(found("ﬁle 😀 report", "report")).toEqual(["report"]);
});

test("letters with gaps count only when asked for and when they begin a word", () => {
  expect(found("Move to Next", "mtn", false)).toBeUndefined();
  expect(found("Archive", "rhe")).toBeUndefined();
  expect(found("Archive", "zzz")).toBeUndefined();
});

test("every part of a text finds the text, and ranges stay inside and in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
      const letters = Array.from(text);
      const from = a % letters.length;
      const part = letters.slice(from, from + 1 + (b % letters.length)).join("");
      const match = matchText(text, part);
      expect(match).not.toBeNull();
      let last = 0;
      for (const [start, end] of match?.ranges ?? []) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
  );
});
