import { readCapture } from "@kanban/domain/capture/read-capture";
import { expect, test } from "vitest";
import { linkOf } from "./link-of.ts";

test("an address too long for a title is linked whole, as it stands in the notes", () => {
  const url = `https://www.example.com/search?q=${"slate-".repeat(100)}end`;
  const { title, notes } = readCapture({ text: `See ${url}\nand think` })!;
  expect(title).toMatch(/…$/u);
  expect(linkOf(title, { hints: [], notes })).toEqual({ url, name: url.slice("https://www.".length) });
  expect(linkOf(title, { hints: [], notes: "Something else: https://example.com" })).toBeNull();
});

test("an address that fits is linked as it stands", () => {
  for (const title of ["Read https://example.com/roofs soon", "Soon (https://example.com/roofs)."])
    expect(linkOf(title, { hints: [], notes: "" })).toEqual({
      url: "https://example.com/roofs",
      name: "example.com/roofs",
    });
  expect(linkOf("Read", { hints: [], notes: "https://example.com" })).toBeNull();
});
