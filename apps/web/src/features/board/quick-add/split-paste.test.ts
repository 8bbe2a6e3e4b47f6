import { expect, test } from "vitest";
import { limits } from "@kanban/domain/limits";
import { joinPaste, splitPaste } from "./split-paste.ts";

test("every line that says something is a title", () => {
  expect(splitPaste("Milk\r\n\r\n  Bread  \nEggs\n")).toEqual(["Milk", "Bread", "Eggs"]);
});

test("bullets, numbers and tick boxes are taken off, hyphens inside stay", () => {
  expect(splitPaste("- Milk\n* Bread\n• Eggs\n1. Call\n12) Write\n- [ ] Pay\n[x] Sign\nfollow-up - later")).toEqual([
    "Milk",
    "Bread",
    "Eggs",
    "Call",
    "Write",
    "Pay",
    "Sign",
    "follow-up - later",
  ]);
});

test("a line of only a bullet says nothing", () => {
  expect(splitPaste("- \n \t\n")).toEqual([]);
});

test("a number that is part of a sentence stays", () => {
  expect(splitPaste("2026 taxes\n3 eggs")).toEqual(["2026 taxes", "3 eggs"]);
});

test("titles keep to the limit and to characters that can be stored", () => {
  const [title] = splitPaste("x".repeat(limits.title + 1));
  expect(title).toHaveLength(limits.title);
  expect(splitPaste("a\0b")).toEqual(["ab"]);
});

test("as one task the lines become one sentence", () => {
  expect(joinPaste("Call the plumber\n  about the sink\n")).toBe("Call the plumber about the sink");
});
