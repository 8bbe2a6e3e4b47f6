import { expect, test } from "vitest";
import { createKeeper } from "./keeper.ts";
import { placeProjects, placeTags } from "./place-labels.ts";
import { oldId, oldTime } from "./testing/old-rows.ts";

const made = { boardId: oldId("board", 1), createdAt: oldTime(0), updatedAt: oldTime(0) };
const project = { ...made, id: oldId("project", 1), ownerId: oldId("user", 1), name: "Garden" };
const empty = { description: null, desiredOutcome: null, status: null };

test("tags get the nearest colour and a name of their own, and what they were called is kept", () => {
  const keeper = createKeeper(null);
  const tags = ["urgent", "Urgent"].map((name, index) => ({ ...made, id: oldId("tag", index), name, color: "#f00" }));
  expect(placeTags(tags, keeper)).toMatchObject([
    { id: oldId("tag", 0), name: "urgent", color: "grey" },
    { id: oldId("tag", 1), name: "Urgent (2)", color: "grey" },
  ]);
  expect(keeper.list().map(({ row }) => row)).toEqual([{ color: "#f00" }, { name: "Urgent", color: "#f00" }]);
});

test.for<[string | null, string, boolean]>([
  [null, "active", false],
  ["active", "active", false],
  ["Active", "active", false],
  ["someday", "someday", false],
  ["on_hold", "someday", false],
  ["paused", "someday", false],
  ["COMPLETED", "finished", false],
  ["done", "finished", false],
  ["archived", "dropped", false],
  ["cancelled", "dropped", false],
  ["blocked", "active", true],
  ["constructor", "active", true],
  ["", "active", true],
])("a project that is %j is %s", ([status, ours, isKept]) => {
  const keeper = createKeeper(null);
  expect(placeProjects([{ ...project, ...empty, status }], keeper)).toMatchObject([{ status: ours }]);
  expect(keeper.list().map(({ row }) => row)).toEqual(isKept ? [{ status }] : []);
});

test.for<[string | null, string | null, string, object[]]>([
  [null, null, "", []],
  ["Roses", null, "Roses", []],
  [null, "a text", "a text", []],
  ["", "a text", "a text", []],
  ["Roses", "a text", "Roses", [{ description: "a text" }]],
  ["Roses", "", "Roses", []],
])("of the outcome %j and the description %j, %j is the outcome", ([desiredOutcome, description, outcome, kept]) => {
  const keeper = createKeeper(null);
  const placed = placeProjects([{ ...project, ...empty, desiredOutcome, description }], keeper);
  expect(placed).toMatchObject([{ desiredOutcome: outcome }]);
  expect(keeper.list().map(({ row }) => row)).toEqual(kept);
});
