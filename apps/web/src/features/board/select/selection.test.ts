import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import type { ColumnOrder } from "../state/board-order.ts";
import { inBoardOrder, kept, noSelection, rangedTo, type Selection, selectionOf, toggled } from "./selection.ts";

const column = (columnId: string, ids: string): ColumnOrder => ({
  columnId: columnId as ColumnId,
  taskIds: ids.split("") as TaskId[],
});
const board = [column("next", "abcd"), column("doing", ""), column("done", "xyz")];
const id = (letter: string) => letter as TaskId;
const seen = (selection: Selection) => inBoardOrder(selection, board).join("");

test("a task is chosen and given up again, and nothing chosen is no selection", () => {
  const one = toggled(noSelection, id("b"));
  expect(seen(one)).toBe("b");
  expect(seen(toggled(one, id("a")))).toBe("ab");
  expect(toggled(one, id("b"))).toBe(noSelection);
});

test("a range runs in board order, over columns too, and shrinks when its head comes back", () => {
  const far = rangedTo(toggled(noSelection, id("b")), board, id("y"));
  expect(seen(far)).toBe("bcdxy");
  expect(seen(rangedTo(far, board, id("c")))).toBe("bc");
  expect(seen(rangedTo(far, board, id("a")))).toBe("ab");
});

test("a range keeps what was chosen before it", () => {
  const two = toggled(toggled(noSelection, id("z")), id("b"));
  expect(seen(rangedTo(two, board, id("c")))).toBe("bcz");
});

test("without an anchor a range is the one task", () => {
  expect(seen(rangedTo(noSelection, board, id("c")))).toBe("c");
  expect(seen(rangedTo(noSelection, board, id("q")))).toBe("");
});

test("tasks that left are given up, the others stay, and the range begins anew", () => {
  const chosen = rangedTo(toggled(noSelection, id("a")), board, id("c"));
  const left = kept(chosen, [column("next", "bcd")]);
  expect(seen(left)).toBe("bc");
  expect(seen(rangedTo(left, board, id("x")))).toBe("bcx");
  expect(kept(left, board)).toBe(left);
  expect(kept(left, [])).toBe(noSelection);
  expect(selectionOf([])).toBe(noSelection);
});
