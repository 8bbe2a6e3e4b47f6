import { expect, test } from "vitest";
import { createKeeper } from "./keeper.ts";
import type { OldColumn } from "./old-tables.ts";
import { contextOfColumn, placeColumns } from "./place-columns.ts";
import { instantAt, oldColumn, oldId, oldTime } from "./testing/old-rows.ts";

test.for<[string, string | null]>([
  ["@Email", "Email"],
  ["e-mails", "Email"],
  ["@ Phone", "Phone"],
  ["Calls", "Phone"],
  ["telephone", "Phone"],
  ["READING", "Read"],
  ["desk", "Desk"],
  ["Other", "Other"],
  ["Next", null],
  ["next actions", null],
  ["To do", null],
  ["ToDo", null],
  ["In Progress", null],
  ["@", null],
  ["  ", null],
  ["@Büro\t", "Büro"],
  ["Phone calls", "Phone calls"],
  [`@${"x".repeat(90)}`, "x".repeat(80)],
  [`${"x".repeat(79)}🚗`, "x".repeat(79)],
  [`${"x".repeat(78)}🚗🚗`, `${"x".repeat(78)}🚗`],
])("a column called %j stands for the context %j", ([name, context]) => {
  expect(contextOfColumn(name)).toBe(context);
});

function place(columns: readonly OldColumn[]) {
  const keeper = createKeeper(oldId("board", 1));
  const placed = placeColumns(oldId("board", 1), instantAt(0), columns, keeper);
  return { ...placed, contexts: placed.contexts, kept: keeper.list() };
}

test("columns stand by position, then by age, and archives are none", () => {
  const { columns, archiveColumnIds, kept } = place([
    oldColumn(1, { position: 7, type: "DONE" }),
    oldColumn(2, { position: 3, type: "ARCHIVE" }),
    oldColumn(3, { position: 3, type: "CLARIFY", createdAt: oldTime(5) }),
    oldColumn(4, { position: 3, type: "INPUT", createdAt: oldTime(4) }),
    oldColumn(5, { position: -1, type: "SOMEDAY" }),
    oldColumn(6, { position: 8, type: "WAITING" }),
  ]);
  expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
    ["Column 5", "someday"],
    ["Column 4", "inbox"],
    ["Column 3", "inbox"],
    ["Column 1", "done"],
    ["Column 6", "waiting"],
  ]);
  expect([...archiveColumnIds]).toEqual([oldId("column", 2)]);
  expect(kept).toMatchObject([{ table: "Column", id: oldId("column", 2), kind: "row", row: { type: "ARCHIVE" } }]);
});

test("a board without an inbox gets one in front, without a done column one at the end, always the same", () => {
  const { columns, kept } = place([oldColumn(1, { type: "CONTEXT", name: "Next" })]);
  expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
    ["Inbox", "inbox"],
    ["Next", "next"],
    ["Done", "done"],
  ]);
  expect(kept.map(({ id, kind }) => [id, kind])).toEqual([
    [columns[0]!.id, "added"],
    [columns[2]!.id, "added"],
  ]);
  expect(place([]).columns.map(({ id }) => id)).toEqual([columns[0]!.id, columns[2]!.id]);
});

test("columns whose names differ by case share a context, also with tasks that name it", () => {
  const names = ["@Büro", "büro", "@İş", "iş", "Calls", "Next"];
  const placed = place(names.map((name, index) => oldColumn(index, { type: "CONTEXT", name })));
  const [first, second, third, fourth, calls, next] = placed.columns.slice(1).map(({ contextId }) => contextId);
  expect([second, fourth, next]).toEqual([first, third, null]);
  expect(calls).toBe(placed.contextOf("PHONE"));
  expect(placed.contexts.map(({ name }) => name)).toEqual(["Büro", "İş", "Phone"]);
});

test.for<[number | null, number | null, object[]]>([
  [null, null, []],
  [1, 1, []],
  [5_000, 5_000, []],
  [0, null, [{ wipLimit: 0 }]],
  [-1, null, [{ wipLimit: -1 }]],
])("a limit of %j is one of %j", ([wipLimit, ours, rows]) => {
  const { columns, kept } = place([oldColumn(1, { wipLimit }), oldColumn(2, { type: "DONE" })]);
  expect(columns[0]!.wipLimit).toBe(ours);
  expect(kept.map(({ row }) => row)).toEqual(rows);
});
