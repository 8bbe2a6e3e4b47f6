import { expect, test } from "vitest";
import { remarkReferences } from "./remark-references.ts";

const references = {
  boardKey: "HOME",
  taskOf: (number: number, isNamed: boolean) =>
    isNamed || number < 10 ? { path: `/tasks/${number}`, title: `Task ${number}` } : null,
  people: ["Ada", "Ada Lovelace"],
};

/** A paragraph after the plugin: words as they are, links and mentions in brackets. */
function read(value: string, type = "paragraph"): string {
  const tree = { type: "root", children: [{ type, children: [{ type: "text", value }] }] };
  remarkReferences(references)(tree);
  const nodes = (tree.children[0]?.children ?? []) as {
    type: string;
    value?: string;
    url?: string;
    children?: { value: string }[];
  }[];
  return nodes
    .map((node) => (node.type === "text" ? node.value : `[${node.children?.[0]?.value}](${node.url ?? node.type})`))
    .join("");
}

test.each([
  ["see HOME-12, #3.", "see [HOME-12](/tasks/12), [#3](/tasks/3)."],
  ["(HOME-1)", "([HOME-1](/tasks/1))"],
  ["ask @Ada Lovelace or @Ada", "ask [@Ada Lovelace](mention) or [@Ada](mention)"],
])("%j reads %j", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each(["#12 is not on the board", "C#1, a/#2, &#3;, HOME-0, HOME-1b, XHOME-1, HOME-1-2, a@Ada, @Adam"])(
  "%j stays",
  (text) => {
    expect(read(text)).toBe(text);
  },
);

test("the words of a link stay its own", () => {
  expect(read("HOME-1", "link")).toBe("HOME-1");
});
