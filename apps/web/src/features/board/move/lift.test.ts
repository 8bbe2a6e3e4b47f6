import { expect, test } from "vitest";
import { type LaneGrid, wholeBoard } from "@kanban/domain/grouping/lane-grid";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { FocusStep } from "../focus/move-focus.ts";
import { type Lift, reduceLift, spotIndex } from "./lift.ts";

const columnIds = ["next", "doing", "done"] as ColumnId[];
/** Lanes of columns, a task a letter. */
const grid = (lanes: Record<string, readonly string[]>): LaneGrid => ({
  lanes: Object.keys(lanes),
  columnIds,
  cell: (lane, columnId) => (lanes[lane]?.[columnIds.indexOf(columnId)] ?? "").split("") as TaskId[],
});

const board = grid({ [wholeBoard]: ["abc", "", "xy"] });
const lanes = grid({ garden: ["ab", "", "x"], house: ["", "", "y"], none: ["c", "", ""] });

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

test("in lanes up and down go on into the lane beside, empty ones too, and stop at the outermost", () => {
  const inLane = (taskId: string, steps: FocusStep[]) => {
    const held = hold(taskId, steps, lanes);
    return `${held.at.lane} ${place(held)}`;
  };
  expect(inLane("a", ["down"])).toBe("garden next 1 after b");
  expect(inLane("a", ["down", "down"])).toBe("house next 0 after nothing");
  expect(inLane("a", ["down", "down", "down"])).toBe("none next 0 after nothing");
  expect(inLane("a", ["down", "down", "down", "down", "down"])).toBe("none next 1 after c");
  expect(inLane("c", ["up", "up"])).toBe("garden next 2 after b");
  expect(inLane("a", ["up"])).toBe("garden next 0 after nothing");
  expect(inLane("b", ["right", "right"])).toBe("garden done 0 after nothing");
  expect(inLane("y", ["left", "up"])).toBe("garden doing 0 after nothing");
});

test("a card that appears in the lane does not push the held one away from its neighbour", () => {
  const held = hold("c", ["up", "up"], lanes);
  const more = grid({ garden: ["nab", "", "x"], house: ["", "", "y"], none: ["c", "", ""] });
  expect(place(reduceLift(held, { type: "step", step: "up" }, more)!)).toBe("next 2 after a");
});
