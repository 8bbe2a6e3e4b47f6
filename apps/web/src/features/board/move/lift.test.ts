import { expect, test } from "vitest";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { FocusStep } from "../focus/move-focus.ts";
import type { ColumnOrder } from "../state/board-order.ts";
import { anchorsAt, type Lift, reduceLift, spotIndex } from "./lift.ts";

const order = (columns: Record<string, string>): ColumnOrder[] =>
  Object.entries(columns).map(([columnId, ids]) => ({
    columnId: columnId as ColumnId,
    taskIds: ids.split("") as TaskId[],
  }));

const board = order({ next: "abc", doing: "", done: "xy" });

function hold(taskId: string, steps: FocusStep[], over = board): Lift {
  const lifted = reduceLift(null, { type: "lift", taskId: taskId as TaskId }, over);
  const held = steps.reduce((lift, step) => reduceLift(lift, { type: "step", step }, over), lifted);
  if (!held) throw new Error("not lifted");
  return held;
}

const place = ({ at }: Lift) => `${at.columnId} ${at.index} after ${at.afterId ?? "nothing"}`;

test("a lifted card is held where it was", () => {
  expect(place(hold("b", []))).toBe("next 1 after a");
});

test("a card that is not on the board cannot be lifted", () => {
  expect(reduceLift(null, { type: "lift", taskId: "z" as TaskId }, board)).toBeNull();
});

test("up and down pass one neighbour each and stop at the ends", () => {
  expect(place(hold("b", ["up"]))).toBe("next 0 after nothing");
  expect(place(hold("b", ["up", "up"]))).toBe("next 0 after nothing");
  expect(place(hold("b", ["down"]))).toBe("next 2 after c");
  expect(place(hold("b", ["down", "down"]))).toBe("next 2 after c");
});

test("sideways goes into empty columns, keeps the height where it can, and stops at the edge", () => {
  expect(place(hold("c", ["right"]))).toBe("doing 0 after nothing");
  expect(place(hold("b", ["right", "right"]))).toBe("done 0 after nothing");
  expect(place(hold("x", ["right"]))).toBe("done 0 after nothing");
  expect(place(hold("y", ["left", "left"]))).toBe("next 0 after nothing");
});

test("first and last go to the ends of the column", () => {
  expect(place(hold("b", ["last"]))).toBe("next 2 after c");
  expect(place(hold("b", ["last", "first"]))).toBe("next 0 after nothing");
});

test("releasing forgets the lift", () => {
  expect(reduceLift(hold("b", ["up"]), { type: "release" }, board)).toBeNull();
});

test("a card that appears above does not push the held one away from its neighbour", () => {
  const held = hold("c", ["up"]);
  expect(place(held)).toBe("next 1 after a");
  expect(spotIndex(held.at, ["n", "a", "b"] as TaskId[])).toBe(2);
});

test("when the neighbour is gone the held place falls back to its index", () => {
  const held = hold("c", ["up"]);
  expect(spotIndex(held.at, ["b" as TaskId])).toBe(1);
  expect(spotIndex(held.at, [])).toBe(0);
});

test("a place is told by its neighbours, and by none in an empty column", () => {
  expect(anchorsAt(["a", "b"] as TaskId[], 1)).toEqual({ afterId: "a", beforeId: "b" });
  expect(anchorsAt(["a", "b"] as TaskId[], 2)).toEqual({ afterId: "b", beforeId: null });
  expect(anchorsAt([], 0)).toEqual({ afterId: null, beforeId: null });
});
