import type { BoardView } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import { expect, test } from "vitest";
import { nextSort, readSort } from "./list-fields.ts";
import { sortTasks } from "./sort-tasks.ts";

const task = (id: string, columnId: string, fields: object = {}) =>
  ({
    id,
    columnId,
    title: id,
    rank: id,
    tagIds: [],
    dueAt: null,
    priority: "normal",
    ...fields,
  }) as unknown as TaskCard;
const tasks = [
  task("b2", "next", { dueAt: "2026-11-27" }),
  task("a10", "inbox", { priority: "high" }),
  task("a9", "inbox", { dueAt: "2026-11-27T10:00:00.000Z" }),
];
const view = {
  columns: { next: { id: "next", rank: "a1" }, inbox: { id: "inbox", rank: "a0" } },
  tasks: Object.fromEntries(tasks.map((each) => [each.id, each])),
} as unknown as BoardView;
const order = (sort: string | null) => sortTasks(view, () => true, readSort(sort)).map(({ id }) => id);

test("without an order the list is the board, column by column", () => {
  expect(order(null)).toEqual(["a10", "a9", "b2"]);
});

test("what has no value comes last, up and down; a whole day comes after its hours", () => {
  expect(order("due")).toEqual(["a9", "b2", "a10"]);
  expect(order("-due")).toEqual(["b2", "a9", "a10"]);
});

test("numbers in titles count, and priority begins with what matters", () => {
  expect(order("title")).toEqual(["a9", "a10", "b2"]);
  expect(order("priority")[0]).toBe("a10");
});

test("a head goes up, down and back", () => {
  const up = nextSort(null, "due");
  expect(up).toEqual(readSort("due"));
  expect(nextSort(up, "due")).toEqual(readSort("-due"));
  expect(nextSort(readSort("-due"), "due")).toBeNull();
  expect(readSort("nonsense")).toBeNull();
});
