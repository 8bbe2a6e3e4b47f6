import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptAround } from "./excerpt-around.ts";
import { findMarks } from "./find-marks.ts";
import { foldText } from "./fold-text.ts";
import { matchTier } from "./match-tier.ts";
import { isNear } from "./near-words.ts";
import type { SearchHit } from "./search-hit.ts";
import { searchWords, taskNumberIn } from "./search-words.ts";
import { mergeHits } from "./sort-hits.ts";

test("one slip of the hand is forgiven, two are not", () => {
  for (const slip of ["gardn", "gardenn", "gadren", "gardem", "garden"])
    expect(isNear(slip, "garden"), slip).toBe(true);
  for (const other of ["grdn", "warden house", "cat"]) expect(isNear(other, "garden"), other).toBe(false);
  const words = fc.stringMatching(/^[a-z]{5,12}$/u);
  fc.assert(
    fc.property(words, fc.nat(), fc.constantFrom("drop", "swap", "change", "add"), (word, seed, slip) => {
      const at = seed % (word.length - 1);
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      const typed = {
        drop: head + tail.slice(1),
        swap: head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2),
        change: `${head}q${tail.slice(1)}`,
        add: `${head}q${tail}`,
      }[slip];
      expect(isNear(typed, word)).toBe(true);
    }),
  );
});

test("marks lie inside the text, in order, and stand for what was searched", () => {
  expect(findMarks("Žluťoučký kůň", ["kun"])).toEqual([[10, 13]]);
  expect(findMarks("Straße am Ufer", ["strass"])).toEqual([[0, 5]]);
  expect(findMarks("e\u0301te\u0301 fini", ["ete"])).toEqual([[0, 5]]);
  expect(findMarks("water the gardn", ["garden"], { isFuzzy: true })).toEqual([[10, 15]]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, query) => {
      let last = 0;
      for (const [from, to] of findMarks(text, searchWords(query))) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        last = to;
      }
    }),
  );
});

test("folding is done once and for all", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});

test("an excerpt is short and shows the word, wherever in a long text it stands", () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), (before, after) => {
      const text = `${"lorem ".repeat(before)}needle ${"ipsum ".repeat(after)}`.trim();
      const excerpt = excerptAround(text, ["needle"])!;
      expect(excerpt.text.length).toBeLessThanOrEqual(163);
      const [from, to] = excerpt.marks[0]!;
      expect(excerpt.text.slice(from, to)).toBe("needle");
    }),
  );
  expect(excerptAround("nothing here", ["needle"])).toBeNull();
});

test("numbers are read with and without a key", () => {
  expect(taskNumberIn(" home-12 ")).toEqual({ key: "HOME", number: 12 });
  expect(taskNumberIn("#7")).toEqual({ key: null, number: 7 });
  expect(taskNumberIn("chapter 7")).toBeNull();
});

test("the tiers follow each other", () => {
  const tier = (title: string, body: string, query: string) => matchTier(title, body, searchWords(query));
  expect(tier("garden", "", "garden")).toBe("title");
  expect(tier("water the garden", "", "garden water")).toBe("title-words");
  expect(tier("water the garden", "", "gar wat")).toBe("title-starts");
  expect(tier("water it", "in the garden", "water gar")).toBe("anywhere");
  expect(tier("water the garden", "", "gadren")).toBe("near");
  expect(tier("water the garden", "", "bread")).toBeNull();
});

test("merging keeps what is on the screen in its place and adds each task once", () => {
  const hit = (taskId: string) => ({ taskId, excerpt: null }) as SearchHit;
  const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"));
  fc.assert(
    fc.property(ids, ids, (local, told) => {
      const merged = mergeHits(local.map(hit), told.map(hit)).map(({ taskId }) => taskId);
      expect(merged.slice(0, local.length)).toEqual(local);
      expect(new Set(merged).size).toBe(merged.length);
      expect(new Set(merged)).toEqual(new Set([...local, ...told]));
    }),
  );
});
