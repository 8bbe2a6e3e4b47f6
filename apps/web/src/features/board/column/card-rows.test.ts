import { expect, test } from "vitest";
import { wholeBoard } from "@kanban/domain/grouping/lane-grid";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { CardDrag } from "../state/screen-state.ts";
import { rowsOf, withLifted } from "./card-rows.ts";

const ids = ["a", "b", "c"] as TaskId[];
const next = "next" as ColumnId;
const doing = "doing" as ColumnId;
const drag = (over: CardDrag["over"]): CardDrag => ({
  taskId: "b" as TaskId,
  taskIds: ["b" as TaskId],
  height: 40,
  fromColumnId: next,
  fromColumnIds: [next],
  over,
});
const picture = (dragging: CardDrag | null, columnId = next, taskIds = ids) =>
  rowsOf(taskIds, columnId, dragging)
    .map((row) => (row.kind === "gap" ? "_" : row.isHidden ? row.taskId.toUpperCase() : row.taskId))
    .join("");

test("without a drag every card is drawn in order", () => {
  expect(picture(null)).toBe("abc");
});

test("the gap opens above the card below the pointer, or at the end; the dragged card hides where it was", () => {
  expect(picture(drag({ columnId: next, beforeId: "a" as TaskId }))).toBe("_aBc");
  expect(picture(drag({ columnId: next, beforeId: null }))).toBe("aBc_");
  expect(picture(drag({ columnId: doing, beforeId: null }))).toBe("aBc");
  expect(picture(drag({ columnId: doing, beforeId: null }), doing, [])).toBe("_");
});

test("when the card below the pointer leaves meanwhile, the gap goes to the end", () => {
  expect(picture(drag({ columnId: next, beforeId: "gone" as TaskId }))).toBe("aBc_");
});

test("a dragged card that somebody moves away meanwhile stays drawn where it was taken", () => {
  const over = { columnId: doing, beforeId: null };
  expect(picture(drag(over), next, ["a", "c"] as TaskId[])).toBe("acB");
  expect(picture(drag(over), doing, ["x"] as TaskId[])).toBe("x_");
});

test("a card dragged outside is shown where it would stay", () => {
  expect(picture(drag(null))).toBe("abc");
});

test("a lifted card is shown where it is held and nowhere else", () => {
  const from = { lane: wholeBoard, columnId: next, index: 1, afterId: "a" as TaskId };
  const lift = { taskId: "b" as TaskId, from, at: { ...from, columnId: doing, index: 0, afterId: null } };
  expect(withLifted(ids, next, lift)).toEqual(["a", "c"]);
  expect(withLifted(["x" as TaskId], doing, lift)).toEqual(["b", "x"]);
});

test("a card lifted in lanes is in one cell of the column it is held in", () => {
  const from = { lane: "low", columnId: next, index: 1, afterId: "a" as TaskId };
  const lift = { taskId: "b" as TaskId, from, at: { ...from, lane: "high", index: 0, afterId: null } };
  expect(withLifted(ids, next, lift, "low")).toEqual(["a", "c"]);
  expect(withLifted(["x" as TaskId], next, lift, "high")).toEqual(["b", "x"]);
});

test("on a grouped board the hand is in one lane's part of the column", () => {
  const over = { columnId: next, beforeId: "a" as TaskId, lane: "high" };
  const inLane = (lane: string, taskIds = ids) =>
    rowsOf(taskIds, next, { ...drag(over), fromLane: "low" }, lane).map((row) =>
      row.kind === "gap" ? "_" : row.taskId,
    );
  expect(inLane("high", ["a", "c"] as TaskId[])).toEqual(["_", "a", "c"]);
  expect(inLane("low", [])).toEqual(["b"]);
  expect(inLane("normal", [])).toEqual([]);
});
