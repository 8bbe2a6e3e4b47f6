import type { BoardView } from "@kanban/domain/board-view";
import type { Column, TaskCard } from "@kanban/domain/entities";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { evenRanks } from "@kanban/domain/rank";
import { expect, test } from "vitest";
import { roomChoices } from "./room-choices.ts";

const ranks = evenRanks(10);
const id = <Id extends string>(text: string) => text as Id;

/** Columns as `name: [limit, tasks]`; a task's letter is also when it entered. */
function boardOf(columns: Record<string, [number | null, string]>): BoardView {
  const names = Object.keys(columns);
  const tasks = names.flatMap((name) =>
    columns[name]![1].split("").map((letter, row) => ({
      ...{ id: letter, columnId: name, rank: ranks[row], number: row, enteredColumnAt: letter },
    })),
  );
  return {
    columns: Object.fromEntries(
      names.map((name, place) => [
        name,
        { id: name, kind: name, name, wipLimit: columns[name]![0], rank: ranks[place] },
      ]),
    ) as unknown as Record<string, Column>,
    tasks: Object.fromEntries(tasks.map((task) => [task.id, task])) as unknown as Record<string, TaskCard>,
  } as BoardView;
}

const ask = (view: BoardView, entering: string) =>
  roomChoices(view, { columnId: id<ColumnId>("doing"), entering: entering.split("") as TaskId[] });

test("one that comes from a column can be swapped with the one that has been there longest", () => {
  const choices = ask(boardOf({ next: [null, "x"], doing: [3, "cab"], waiting: [null, ""], done: [null, ""] }), "x");
  expect(choices?.over).toBe(1);
  expect(choices?.tasks.map((task) => task.id)).toEqual(["a", "b", "c"]);
  expect(choices?.origin?.name).toBe("next");
});

test("a new one has nothing to be swapped with, but room can be made for it", () => {
  const choices = ask(boardOf({ doing: [1, "a"], done: [null, ""] }), "");
  expect(choices).toMatchObject({ over: 1, origin: null, waiting: null, done: { hasRoom: true } });
});

test("several need as much room as they take, what is inside already not counted", () => {
  const choices = ask(boardOf({ next: [null, "xyz"], doing: [3, "ab"], waiting: [1, ""] }), "xyza");
  expect(choices?.over).toBe(2);
  expect(choices?.tasks.map((task) => task.id)).toEqual(["b"]);
  expect(choices?.waiting?.hasRoom).toBe(false);
});
