import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "../limits.ts";
import { readOutline } from "./read-outline.ts";

const titles = (text: string) => readOutline(text).map(({ title }) => title);

test("every line that says something is a task; bullets, numbers and boxes are taken off", () => {
  expect(
    titles("Milk\r\n\r\n* Bread\n• Eggs\n1. Call\n12) Write\n- [ ] Pay\n[x] Sign\n☐ Post\nfollow-up - later"),
  ).toEqual([...["Milk", "Bread", "Eggs", "Call", "Write", "Pay", "Sign", "Post", "follow-up - later"]]);
  expect(titles("2026 taxes\n3 eggs\n- \n \t\n[ ]\n1.")).toEqual(["2026 taxes", "3 eggs"]);
});

test("deeper lines are the checklist of the line above, with their ticks, however deep", () => {
  const [pack, call, ...none] = readOutline("Pack\n  - [ ] Tent\n    - [x] Pegs\n\t☑ Boots\n- [x] Call Ada\n");
  expect(pack).toMatchObject({ title: "Pack", isDone: false });
  expect(pack?.items).toEqual([
    { text: "Tent", isDone: false },
    { text: "Pegs", isDone: true },
    { text: "Boots", isDone: true },
  ]);
  expect(call).toMatchObject({ title: "Call Ada", isDone: true, items: [] });
  expect(none).toEqual([]);
});

test("a list copied from within a deeper one keeps its shape", () => {
  expect(readOutline("    Pack\n      Tent\n    Call").map(({ title, items }) => [title, items.length])).toEqual([
    ["Pack", 1],
    ["Call", 0],
  ]);
});

test("what is too long or too much goes whole into the notes", () => {
  const long = "word ".repeat(200).trim();
  const [task] = readOutline(long);
  expect(task?.title.length).toBeLessThanOrEqual(limits.title);
  expect(task?.notes).toBe(long);
  const [many] = readOutline(
    `Pack\n${Array.from({ length: limits.checklistItemsPerTask + 2 }, (_, n) => `  ${n + 1}x`).join("\n")}`,
  );
  expect(many?.items).toHaveLength(limits.checklistItemsPerTask);
  expect(many?.notes).toBe("- [ ] 201x\n- [ ] 202x");
});

test("whatever is pasted, no word is lost, and what was read can be read again", () => {
  const piece = fc.constantFrom("- ", "* ", "1. ", "[x] ", "[ ] ", "\t", "  ", "\n", "milk", "Ada", " ", "\r\n", "☐");
  const text = fc.array(piece, { maxLength: 40 }).map((all) => all.join(""));
  fc.assert(
    fc.property(text, (pasted) => {
      const tasks = readOutline(pasted);
      const words = (all: string) => all.match(/milk|Ada/gu) ?? [];
      const kept = tasks.flatMap(({ title, items }) => [title, ...items.map((item) => item.text)]).join(" ");
      expect(words(kept)).toEqual(words(pasted));
      expect(readOutline(tasks.map(({ source }) => source).join("\n"))).toEqual(tasks);
    }),
  );
});
