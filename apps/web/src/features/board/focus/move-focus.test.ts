import { expect, test } from "vitest";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { ColumnOrder } from "../state/board-order.ts";
import { firstTask, moveFocus, neighbourOf } from "./move-focus.ts";

const board: ColumnOrder[] = Object.entries({ inbox: "", next: "abc", doing: "", done: "x" }).map(
  ([columnId, ids]) => ({
    columnId: columnId as ColumnId,
    taskIds: ids.split("") as TaskId[],
  }),
);
const step = (from: string, ...by: Parameters<typeof moveFocus>[2][]) =>
  by.reduce((taskId, each) => moveFocus(board, taskId, each), from as TaskId);

test("up and down stay in the column and stop at its ends", () => {
  expect(step("a", "down")).toBe("b");
  expect(step("a", "up")).toBe("a");
  expect(step("c", "down")).toBe("c");
});

test("sideways passes over empty columns and keeps the height where it can", () => {
  expect(step("c", "right")).toBe("x");
  expect(step("x", "left")).toBe("a");
  expect(step("a", "left")).toBe("a");
});

test("home and end go to the first and last card of the column", () => {
  expect(step("b", "first")).toBe("a");
  expect(step("b", "last")).toBe("c");
});

test("from a card that is gone the focus goes to the first card", () => {
  expect(step("gone", "down")).toBe("a");
});

test("when a card leaves, the one below takes the focus, else the one above, else none", () => {
  expect(neighbourOf(board, "b" as TaskId)).toBe("c");
  expect(neighbourOf(board, "c" as TaskId)).toBe("b");
  expect(neighbourOf(board, "x" as TaskId)).toBeNull();
});

test("the first card of an empty board is none", () => {
  expect(firstTask([])).toBeNull();
});
