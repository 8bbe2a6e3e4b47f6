import { expect, test } from "vitest";
import type { LabelKind } from "@kanban/domain/capture-syntax/capture-token";
import { type LabelRows, suggestLabels, takesEnter } from "./suggest-labels.ts";

const rows: LabelRows = {
  tag: ["work", "workshop", "Über"].map((name) => ({ id: name, name, color: "teal" })),
  context: [],
  project: [],
};
const suggest = (query: string, kind: LabelKind = "tag") => suggestLabels(rows, { kind, query, start: 0, end: 1 });
const names = (query: string) => suggest(query).map(({ name, isNew }) => (isNew ? `new ${name}` : name));

test("known labels come first, and a name the board does not have can be made", () => {
  expect(names("wor")).toEqual(["work", "workshop", "new wor"]);
  expect(names("work")).toEqual(["work", "workshop"]);
  expect(names("uber")).toEqual(["Über", "new uber"]);
  expect(names("12")).toEqual([]);
  expect(suggest("desk", "context")).toEqual([{ kind: "context", name: "desk", color: null, isNew: true }]);
});

test("Enter completes the beginning of a known name, and adds when the name is whole or new", () => {
  const enter = (query: string, active = 0, hasMoved = false) => takesEnter(suggest(query), query, active, hasMoved);
  expect(enter("wor")).toBe(true);
  expect(enter("work")).toBe(false);
  expect(enter("errand")).toBe(false);
  expect(enter("")).toBe(false);
  expect(enter("work", 1, true)).toBe(true);
});
