import { expect, test } from "vitest";
import type { PaletteItem } from "./palette-item.ts";
import { rankItems } from "./rank-items.ts";

const item = (title: string, more: Partial<PaletteItem> = {}): PaletteItem => ({
  key: title,
  title,
  group: "Commands",
  run: () => {},
  ...more,
});
const items = [
  item("Archive", { group: "milk" }),
  item("Capture", { aliases: "new create" }),
  item("Go to boards"),
  item("Garden", { group: "Boards" }),
  item("create a garden", { onlyFound: true, isSentence: true, note: "HOME-12" }),
];
const titles = (query: string, recent: string[] = []) =>
  rankItems(items, query, { recent, recentGroup: "Recent", firstGroup: "milk" }).map(
    ({ item: { title }, group }) => `${group ?? "-"}: ${title}`,
  );

test("with nothing typed the task in hand comes first, then what was used last, once each", () => {
  expect(titles("", ["Garden", "gone", "Archive"])).toEqual([
    "milk: Archive",
    "Recent: Garden",
    "Commands: Capture",
    "Commands: Go to boards",
  ]);
});

test("a title goes before another word for it, and what was used before goes before its equals", () => {
  expect(titles("create")).toEqual(["-: create a garden", "-: Capture"]);
  expect(titles("ga")).toEqual(["-: Garden", "-: create a garden"]);
  expect(titles("g", ["Go to boards"])[0]).toBe("-: Go to boards");
  expect(titles("g", ["Garden"])[0]).toBe("-: Garden");
});

test("a task is found by its number", () => {
  expect(titles("home-12")).toEqual(["-: create a garden"]);
});
