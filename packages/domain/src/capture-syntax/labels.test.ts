import { expect, test } from "vitest";
import { matchLabel, matchProject } from "./match-label.ts";
import { openLabelAt } from "./open-label.ts";

const projects = [{ name: "Kitchen renovation" }, { name: "Kitchen" }, { name: "Kiting" }, { name: "It" }];

test("a project is met by a prefix of three letters, and the shortest name wins", () => {
  expect(matchProject(projects, "kit")?.name).toBe("Kiting");
  expect(matchProject(projects, "kitch")?.name).toBe("Kitchen");
  expect(matchProject(projects, "Kitchen R")?.name).toBe("Kitchen renovation");
  expect(matchProject(projects, "it")?.name).toBe("It");
  expect(matchProject(projects, "ki")).toBeNull();
});

test("tags and contexts are met by their whole name, whatever its case", () => {
  expect(matchLabel([{ name: "Errand" }], "eRRand")?.name).toBe("Errand");
  expect(matchLabel([{ name: "Errand" }], "err")).toBeNull();
});

test.each([
  ["Call #err|", { kind: "tag", query: "err", start: 5, end: 9 }],
  ["Call @|", { kind: "context", query: "", start: 5, end: 6 }],
  ["+Kit|chen today", { kind: "project", query: "Kit", start: 0, end: 8 }],
  ['+"New ki|tchen" x', { kind: "project", query: "New ki", start: 0, end: 14 }],
  ['+"New ki|', { kind: "project", query: "New ki", start: 0, end: 8 }],
])("at %j a label is open", (marked, open) => {
  const caret = marked.indexOf("|");
  expect(openLabelAt(marked.replace("|", ""), caret)).toEqual(open);
});

test.each(["Call |", "C#|", "a@b|", "#1|", "#err |", "\\#err|", "|#err"])("at %j none is", (marked) => {
  expect(openLabelAt(marked.replace("|", ""), marked.indexOf("|"))).toBeNull();
});
