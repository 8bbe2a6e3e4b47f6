import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limits } from "../limits.ts";
import { cutTitle } from "./cut-title.ts";
import { readCapture } from "./read-capture.ts";

/** How often each visible letter stands in the texts. */
function lettersOf(...texts: (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  const all = texts.map((text) => (text ?? "").replaceAll("\0", "").toWellFormed().replace(/\s+/gu, "")).join("");
  for (const letter of all) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");

describe("what is captured", () => {
  test("its first line is the title, the rest the notes", () => {
    expect(readCapture({ text: "\r\n  Buy milk \r\n\r\n- two litres\r\n- oat\r\n" })).toEqual({
      title: "Buy milk",
      notes: "- two litres\n- oat",
      whole: null,
    });
  });

  test("a first line that is a paragraph is cut, and stands whole in the notes", () => {
    const line = `${words(60)} end.`;
    const read = readCapture({ text: `${line}\nmore` });
    expect(read?.title).toMatch(/^word0 .*\d…$/u);
    expect(read?.title.length).toBeLessThanOrEqual(limits.capturedTitle);
    expect(read?.notes).toBe(`${line}\nmore`);
    const sentences = `The roof leaks above the stairs again. ${words(60)}`;
    expect(readCapture({ text: sentences })?.title).toBe("The roof leaks above the stairs again.");
  });

  test("a page keeps its title, its words and its address once", () => {
    const url = "https://example.com/a?b=1";
    expect(readCapture({ title: " On\n roofs ", text: "“Slate lasts.”", url })).toEqual({
      title: "On roofs",
      notes: `“Slate lasts.”\n\n${url}`,
      whole: null,
    });
    expect(readCapture({ text: `See ${url}`, url })).toEqual({ title: `See ${url}`, notes: "", whole: null });
    expect(readCapture({ url })).toEqual({ title: url, notes: "", whole: null });
  });

  test("files alone are called by their names, and nothing is nothing", () => {
    expect(readCapture({ fileNames: ["roof.jpg", "bill.pdf"] })?.title).toBe("roof.jpg, bill.pdf");
    expect(readCapture({ title: " ", text: "\n \0\n", url: "" })).toBeNull();
  });

  test("no word is lost, and everything fits, whatever comes", () => {
    const text = fc.string({ unit: "binary", maxLength: 1_000 });
    const long = fc.tuple(text, fc.nat(400)).map(([part, times]) => part.repeat(times + 1));
    fc.assert(
      fc.property(fc.option(text), fc.oneof(text, long), fc.option(fc.webUrl()), (title, body, url) => {
        const read = readCapture({ title, text: body, url });
        const given = lettersOf(title, body, url);
        if (!read) {
          expect(given).toEqual(new Map());
          return;
        }
        const kept = lettersOf(read.title, read.whole ?? read.notes);
        // An address that the text has is not repeated.
        const expected = url !== null && (read.title + read.notes).includes(url) ? lettersOf(title, body) : given;
        for (const [letter, count] of expected) expect(kept.get(letter) ?? 0).toBeGreaterThanOrEqual(count);
        expect(read.title).toBe(read.title.trim());
        expect(read.title.length).toBeGreaterThan(0);
        expect(read.title.length).toBeLessThanOrEqual(limits.title);
        expect(read.notes.length).toBeLessThanOrEqual(limits.notes);
        expect(read.title + read.notes).toBe((read.title + read.notes).toWellFormed());
      }),
      { numRuns: 150 },
    );
  });
});

test("a cut title ends with a whole character", () => {
  const family = "👨‍👩‍👧‍👦";
  expect(cutTitle(family.repeat(10), 50)).toBe(`${family.repeat(4)}…`);
  expect(cutTitle("a".repeat(50), 50)).toBe("a".repeat(50));
});
