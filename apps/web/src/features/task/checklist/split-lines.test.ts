import { limits } from "@kanban/domain/limits";
import { describe, expect, test } from "vitest";
import { splitLines } from "./split-lines.ts";

const texts = (pasted: string) => splitLines(pasted).map(({ text }) => text);

describe("pasted lines", () => {
  test("become one item each, empty ones none", () => {
    expect(texts("milk\r\n\n  bread  \n")).toEqual(["milk", "bread"]);
  });

  test("lose the marks of the list they come from", () => {
    expect(texts("- milk\n* bread\n1. eggs\n2) tea\n- [ ] salt\n☐ oil")).toEqual([
      "milk",
      "bread",
      "eggs",
      "tea",
      "salt",
      "oil",
    ]);
  });

  test("that were ticked stay ticked", () => {
    expect(splitLines("- [x] milk\n- [ ] bread\n☑ tea")).toEqual([
      { text: "milk", isDone: true },
      { text: "bread", isDone: false },
      { text: "tea", isDone: true },
    ]);
  });

  test("keep a minus or a number that belongs to the words", () => {
    expect(texts("-5 degrees\n2026 plans\n3.5 litres of milk")).toEqual([
      "-5 degrees",
      "2026 plans",
      "3.5 litres of milk",
    ]);
  });

  test("are cut at the longest an item may be", () => {
    expect(texts("x".repeat(limits.checklistText + 10))[0]).toHaveLength(limits.checklistText);
  });
});
