import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { continueList } from "./continue-list.ts";
import { applyEdit, type Edit, type Selected } from "./edit.ts";
import { indentLines } from "./indent-lines.ts";
import { makeLink, pasteLink } from "./link.ts";
import { openWordAt } from "./open-word.ts";
import { type Block, toggleBlock } from "./toggle-block.ts";
import { toggleTask } from "./toggle-task.ts";
import { toggleWrap } from "./toggle-wrap.ts";

/** "a |b| c" is a text with "b" selected; one bar is a caret. */
function read(marked: string): Selected {
  const start = marked.indexOf("|");
  const end = marked.lastIndexOf("|");
  return { text: marked.replaceAll("|", ""), start, end: end === start ? start : end - 1 };
}
function show({ text, start, end }: Selected): string {
  const selected = start === end ? "|" : `|${text.slice(start, end)}|`;
  return text.slice(0, start) + selected + text.slice(end);
}
const after = (marked: string, edit: (selected: Selected) => Edit | null) => {
  const selected = read(marked);
  const made = edit(selected);
  return made && show(applyEdit(selected, made));
};

test.each([
  ["a |word| b", "a **|word|** b"],
  ["a **|word|** b", "a |word| b"],
  ["a |**word**| b", "a |word| b"],
  ["a| word |b", "a **|word|** b"],
  ["wo|rd", "**|word|**"],
  ["a | b", "a **|** b"],
])("bold: %j becomes %j", (marked, expected) => {
  expect(after(marked, (selected) => toggleWrap(selected, "**"))).toBe(expected);
});

test.each<[Block, string, string]>([
  ["bullet", "|a\nb|", "|- a\n- b|"],
  ["bullet", "|- a\n- b|", "|a\nb|"],
  ["numbered", "|- a\n\n- [x] b|", "|1. a\n\n2. b|"],
  ["task", "  - a|", "  - [ ] a|"],
  ["heading", "x\nTit|le", "x\n## Tit|le"],
  ["heading", "## Tit|le", "Tit|le"],
  ["quote", "|- a\nb|", "|> - a\n> b|"],
])("%s: %j becomes %j", (block, marked, expected) => {
  expect(after(marked, (selected) => toggleBlock(selected, block))).toBe(expected);
});

test.each([
  ["- a|", "- a\n- |"],
  ["  9. a|b", "  9. a\n  10. |b"],
  ["- [x] done|", "- [x] done\n- [ ] |"],
  ["> said|", "> said\n> |"],
  ["- a\n- |", "- a\n|"],
  ["- a\n  - |", "- a\n- |"],
  ["- [ ] |", "|"],
])("Enter in %j gives %j", (marked, expected) => {
  expect(after(marked, continueList)).toBe(expected);
});

test.each(["plain|", "|- a", "```\n- a|", "- |a| b"])("Enter in %j is just Enter", (marked) => {
  expect(after(marked, continueList)).toBeNull();
});

test("Tab moves list items, and leaves the field where there is no list", () => {
  expect(after("- a\n- b|", (selected) => indentLines(selected, "in"))).toBe("- a\n  - b|");
  expect(after("- a\n  - b|", (selected) => indentLines(selected, "out"))).toBe("- a\n- b|");
  expect(after("|1. a\n2. b|", (selected) => indentLines(selected, "in"))).toBe("|   1. a\n   2. b|");
  expect(after("plain|", (selected) => indentLines(selected, "in"))).toBeNull();
});

test("a pasted address makes selected words a link, and nothing else", () => {
  const address = "https://example.test/a_(b)";
  expect(after("see |this| now", (selected) => pasteLink(selected, address))).toBe(
    "see [this](https://example.test/a_%28b%29)| now",
  );
  expect(after("see |https://x.test| now", (selected) => pasteLink(selected, address))).toBeNull();
  expect(after("see | now", (selected) => pasteLink(selected, address))).toBeNull();
  expect(after("see |this| now", (selected) => pasteLink(selected, "two words"))).toBeNull();
  expect(after("see |this|", makeLink)).toBe("see [this](|)");
  expect(after("|https://x.test|", makeLink)).toBe("[|](https://x.test)");
});

test.each([
  ["/he|", { kind: "command", query: "he" }],
  ["a\n  /|", { kind: "command", query: "" }],
  ["ask @Ada|", { kind: "person", query: "Ada" }],
  ["see #12|", { kind: "task", query: "12" }],
  ["see HOME-1|", { kind: "task", query: "1" }],
])("at %j a word is open", (marked, open) => {
  const { text, start } = read(marked);
  expect(openWordAt(text, start, "HOME")).toMatchObject(open);
});

test.each(["a /he|", "a@b|", "C#|", "https://x.test/|", "/ not a command, rather long|"])("at %j none is", (marked) => {
  const { text, start } = read(marked);
  expect(openWordAt(text, start, "HOME")).toBeNull();
});

describe("whatever is written", () => {
  const piece = fc.constantFrom(
    "- ",
    "1. ",
    "> ",
    "[ ] ",
    "[x] ",
    "## ",
    "**",
    "_",
    "a",
    "B c",
    "\n",
    "  ",
    "```",
    "é",
  );
  const selected = fc
    .tuple(
      fc.array(piece, { maxLength: 16 }).map((all) => all.join("")),
      fc.nat(),
      fc.nat(),
    )
    .map(([text, a, b]): Selected => {
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y);
      return { text, start, end };
    });
  const edits: ((at: Selected) => Edit | null)[] = [
    (at) => toggleWrap(at, "**"),
    (at) => toggleBlock(at, "task"),
    (at) => toggleBlock(at, "quote"),
    ...[continueList, makeLink],
    (at) => indentLines(at, "in"),
    (at) => indentLines(at, "out"),
  ];

  test("an edit keeps every letter and selects inside the text", () => {
    fc.assert(
      fc.property(selected, fc.constantFrom(...edits), (at, edit) => {
        const made = edit(at);
        if (!made) return;
        const { text, start, end } = applyEdit(at, made);
        const letters = (all: string) => all.replaceAll(/[^aBcé]/gu, "");
        expect(letters(text)).toBe(letters(at.text));
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test("a tick changes one character, and ticking again gives the text back", () => {
    fc.assert(
      fc.property(selected, ({ text, start }) => {
        const ticked = toggleTask(text, start);
        if (ticked === null) return;
        expect(ticked.length).toBe(text.length);
        const units = Array.from({ length: text.length }, (_, index) => index);
        expect(units.filter((index) => text[index] !== ticked[index])).toHaveLength(1);
        expect(toggleTask(ticked, start)?.toLowerCase()).toBe(text.toLowerCase());
      }),
    );
    expect(toggleTask("a\n  - [ ] b\n- [ ] c", 2)).toBe("a\n  - [x] b\n- [ ] c");
    expect(toggleTask("> 1. [X] b", 0)).toBe("> 1. [ ] b");
    expect(toggleTask("- b", 0)).toBeNull();
  });
});
