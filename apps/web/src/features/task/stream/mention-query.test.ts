import type { Member } from "@kanban/domain/entities";
import { expect, test } from "vitest";
import { membersFor, mentionQuery } from "./mention-query.ts";

test.each([
  ["Ask @", { start: 4, query: "" }],
  ["Ask @Ad", { start: 4, query: "Ad" }],
  ["@b", { start: 0, query: "b" }],
  ["mail ada@ad", null],
  ["@Ada said", null],
  ["nobody", null],
])("“%s” asks for %j", (text, asked) => {
  expect(mentionQuery(text, text.length)).toEqual(asked);
});

test("people are found by the beginning of any of their names", () => {
  const members = ["Kim Stone", "Ada King", "Bob"].map((name) => ({ name })) as Member[];
  expect(membersFor(members, "ki").map(({ name }) => name)).toEqual(["Ada King", "Kim Stone"]);
  expect(membersFor(members, "st").map(({ name }) => name)).toEqual(["Kim Stone"]);
});
