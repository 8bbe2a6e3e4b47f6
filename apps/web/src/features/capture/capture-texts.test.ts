import { expect, test } from "vitest";
import { linesOf, textOfLine, textOfPage } from "./capture-texts.ts";
import { findLinks } from "./find-links.ts";

test("each line is a thought, with what is indented below it", () => {
  const text = "- Milk\n\n* Call Ana\n  - about the roof\n  [x] about the bill\n3) Post";
  expect(linesOf(text).map(textOfLine)).toEqual([
    "Milk",
    "Call Ana\n- [ ] about the roof\n- [x] about the bill",
    "Post",
  ]);
});

test("no word of a line is lost, however long it is", () => {
  const line = Array.from({ length: 300 }, (_, index) => `word${index}`).join(" ");
  const captured = linesOf(line).map(textOfLine).join("\n");
  for (const word of line.split(" ")) expect(captured).toContain(word);
});

test("a page is its name, what was chosen on it, and its address once", () => {
  const url = "https://example.com/roofs";
  expect(textOfPage({ title: " On roofs ", text: "Slate lasts.", url })).toBe(`On roofs\n\nSlate lasts.\n\n${url}`);
  expect(textOfPage({ title: "On roofs", text: "On roofs", url })).toBe(`On roofs\n\n${url}`);
  expect(textOfPage({ text: `See ${url}`, url })).toBe(`See ${url}`);
  expect(textOfPage({ url })).toBe(url);
  expect(textOfPage({})).toBe("");
});

test("links are found whole, without the sentence around them, and nothing that only looks like one", () => {
  const text =
    "See https://www.example.com/a?b=1, (http://other.test) or https://x.test/Roof_(house)! mailto:a@b javascript:1";
  expect(findLinks(text)).toEqual([
    { href: "https://www.example.com/a?b=1", host: "example.com" },
    { href: "http://other.test", host: "other.test" },
    { href: "https://x.test/Roof_(house)", host: "x.test" },
  ]);
  expect(findLinks(`${text} https://www.example.com/a?b=1`)).toHaveLength(3);
});

test("a word that is nothing but an address and points is looked through once, not once for each of them", () => {
  const texts = [".", ")", "}"].map((point) => `https://${point.repeat(100_000)}x`);
  const begin = performance.now();
  for (const text of texts) findLinks(text);
  expect(performance.now() - begin).toBeLessThan(1_000);
});
