import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaptureToken, DateReader, LabelKind } from "./capture-token.ts";
import { valuesOf } from "./capture-values.ts";
import { parseCapture } from "./parse-capture.ts";
import { scanSigns } from "./scan-signs.ts";
import { withoutToken, writeLabel } from "./write-token.ts";

/** Finds "by friday", "friday" and "from monday", wherever they stand. */
const readDates: DateReader = (text) =>
  [...text.matchAll(/(?:\b(by|from) )?\b(friday|monday)\b/giu)].map(({ 0: match, 1: word, 2: day, index }) => ({
    start: index,
    end: index + match.length,
    role: word?.toLowerCase() === "from" ? "defer" : "due",
    moment: day?.toLowerCase() === "friday" ? "2026-12-04" : "2026-11-30",
  }));

const read = (text: string) => {
  const { title, tokens } = parseCapture(text, readDates);
  return { title, ...valuesOf(tokens) };
};

test("a line says its title and all the rest", () => {
  expect(read("Renew passport +Summer @desk #papers by friday from monday !high ~1h30")).toEqual({
    title: "Renew passport",
    tags: ["papers"],
    contexts: ["desk"],
    project: "Summer",
    priority: "high",
    estimateMinutes: 90,
    dueAt: "2026-12-04",
    deferUntil: "2026-11-30",
  });
});

test.each([
  ['Call #"two words" now', "Call now", ["two words"]],
  ["Call #“zwei Wörter”, now", "Call, now", ["zwei Wörter"]],
  ["#a #B #A milk", "milk", ["A", "B"]],
  ["Milk #errand, bread #food.", "Milk, bread.", ["errand", "food"]],
  ["Party #🎉 #2026-goals", "Party", ["🎉", "2026-goals"]],
  ["#čeština domácí", "domácí", ["čeština"]],
])("%j leaves %j", (text, title, tags) => {
  expect(read(text)).toMatchObject({ title, tags });
});

test.each([
  "Answer ada@example.test about C# and F#",
  "See issue #1 and #23, https://example.test/page#top and /a+b",
  "# heading, ## more, a + b, x @ home, +1, +420 777 123 456, @5pm",
  "~30 people, !important, !highest, ~soon, ~0m, ~500h",
  'an open #"quote and #a#b, @me@social.example',
  "back\\slash C:\\#new stays, \\ too",
])("%j has no tokens", (text) => {
  expect(parseCapture(text, readDates)).toEqual({ title: text, tokens: [] });
});

test.each([
  ["Read \\#1984, \\#tag and \\@home", "Read \\#1984, #tag and @home"],
  ["Watch \\friday night lights", "Watch friday night lights"],
  ["Sing \\by friday and \\!high", "Sing by friday and !high"],
])("a backslash keeps it literal: %j", (text, title) => {
  expect(read(text)).toMatchObject({ title, tags: [], contexts: [], priority: null, dueAt: null });
});

test("dates inside addresses and labels are not read, of two dates the last holds", () => {
  expect(read("Open https://friday.test/friday #friday")).toMatchObject({ dueAt: null, tags: ["friday"] });
  expect(read("Move monday call to friday")).toMatchObject({ title: "Move monday call to", dueAt: "2026-12-04" });
});

describe("whatever is typed", () => {
  const piece = fc.constantFrom(
    ...["#", "@", "+", "!high", "~30m", "~1h", "\\", '"', "“", " ", "  ", "\n", "a", "Ab", "č", "🎉", "1", ",", "."],
    ...["friday", "by friday", "from monday", "://", "@b.c", "\u0000", "\ud800"],
  );
  const line = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 14 }).map((all) => all.join("")),
  );
  const anyDates = fc.array(
    fc.record({
      ...{ start: fc.integer({ min: -3, max: 40 }), end: fc.integer({ min: -3, max: 40 }) },
      ...{ role: fc.constantFrom("due" as const, "defer" as const), moment: fc.constant("2026-12-04") },
    }),
  );

  test("nothing throws, and spans lie in the text, in order and apart, whatever dates a reader claims", () => {
    fc.assert(
      fc.property(line, anyDates, (text, dates) => {
        const { tokens } = parseCapture(text, () => dates);
        let at = 0;
        for (const { start, end } of tokens) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test("the title holds every visible character outside the tokens, in order", () => {
    fc.assert(
      fc.property(line, (text) => {
        const { title, tokens } = parseCapture(text, readDates);
        const rest = tokens.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
        expect(title.replaceAll(/\s/gu, "")).toBe(rest.replaceAll(/\s/gu, ""));
        if (tokens.length === 0) expect(title).toBe(text.trim());
      }),
      { numRuns: 2_000 },
    );
  });

  test("any label can be written so that it is read back", () => {
    const name = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
      .map((text) => text.replaceAll(/["“”„«»\r\n]/gu, "").trim())
      .filter((text) => text !== "" && !text.includes("\0"));
    fc.assert(
      fc.property(fc.constantFrom<LabelKind>("tag", "context", "project"), name, (kind, label) => {
        expect(scanSigns(`Call ${writeLabel(kind, label)} now`)).toMatchObject([{ kind, name: label }]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("taking a token's effect away leaves the others and their words", () => {
    fc.assert(
      fc.property(line, fc.nat(), (text, pick) => {
        const { tokens } = parseCapture(text, readDates);
        const shown = tokens.filter(({ kind }) => kind !== "escape");
        const token = shown[pick % Math.max(1, shown.length)];
        // Words that only begin with a token may be another one once it is gone.
        if (!token || !/^(?:\s|$)/u.test(text.slice(token.end))) return;
        const { edit, insert } = withoutToken(text, token);
        const next = text.slice(0, edit.start) + insert + text.slice(edit.end);
        const count = (all: CaptureToken[]) => all.filter(({ kind }) => kind === token.kind).length;
        const after = parseCapture(next, readDates).tokens;
        const gone = { ...token, start: token.start + insert.length, end: token.end + insert.length };
        if (insert === "") expect(count(after)).toBeLessThan(count(tokens));
        else expect(after).not.toContainEqual(gone);
      }),
      { numRuns: 500 },
    );
  });
});
