import type { TaskId } from "@kanban/domain/ids";
import type { BoardView } from "@kanban/domain/board-view";
import { expect, test } from "vitest";
import { findTask, neighboursOf } from "./find-task.ts";

const view = {
  columns: { c1: { id: "c1", rank: "a0" }, c2: { id: "c2", rank: "a1" } },
  tasks: {
    t1: { id: "t1", columnId: "c1", rank: "a1", number: 1 },
    t2: { id: "t2", columnId: "c1", rank: "a0", number: 2 },
    t3: { id: "t3", columnId: "c2", rank: "a0", number: 3 },
  },
} as unknown as BoardView;

const idOf = (number: number) => findTask(view, { number })?.id;

test("a task is found by its number", () => {
  expect(idOf(3)).toBe("t3");
  expect(idOf(9)).toBeUndefined();
});

test("next and previous read down a column and on into the next one", () => {
  const second = findTask(view, { number: 1 });
  expect(second && neighboursOf(view, second.id)).toMatchObject({ previous: { id: "t2" }, next: { id: "t3" } });
  const last = findTask(view, { number: 3 });
  expect(last && neighboursOf(view, last.id).next).toBeNull();
});

test("next and previous leave out what a filter hides, but not the way on from a hidden task", () => {
  const isShown = (task: { number: number }) => task.number !== 1;
  const ids = ["t1", "t2", "t3"] as TaskId[];
  expect(neighboursOf(view, ids[1]!, isShown)).toMatchObject({ previous: null, next: { id: "t3" } });
  expect(neighboursOf(view, ids[0]!, isShown)).toMatchObject({ previous: { id: "t2" }, next: { id: "t3" } });
});
