import type { BoardId, TaskId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { betterTaskPath, taskPath, taskRefInPath } from "./task-location.ts";

const boardId = "0193b5a0-0000-7000-8000-000000000001" as BoardId;
const id = "0193b5a0-0000-7000-8000-000000000002" as TaskId;

test("a task's address names its number and reads back", () => {
  const path = taskPath(boardId, { id, number: 12 });
  expect(path).toBe(`/boards/${boardId}/tasks/12`);
  expect(taskRefInPath(path)).toEqual({ number: 12 });
});

test.each([
  ["Renew the passport!", "12-renew-the-passport"],
  ["Übersicht: 3 Fälle", "12-ubersicht-3-falle"],
  ["買い物", "12"],
  ["x".repeat(80), `12-${"x".repeat(48)}`],
])("%s is read in its address and does not change what that names", (title, last) => {
  const path = taskPath(boardId, { id, number: 12, title });
  expect(path.split("/").at(-1)).toBe(last);
  expect(taskRefInPath(path)).toEqual({ number: 12 });
});

test("a task the server has not numbered is named by its id", () => {
  expect(taskRefInPath(taskPath(boardId, { id, number: 0 }))).toEqual({ id });
});

test("an open task's address follows its number and title, and leaves that of another task alone", () => {
  const [unnumbered, task] = [
    { id, number: 0, title: "One" },
    { id, number: 12, title: "One" },
  ];
  const path = taskPath(boardId, task);
  expect(betterTaskPath(taskPath(boardId, unnumbered), boardId, unnumbered)).toBeNull();
  expect(betterTaskPath(taskPath(boardId, unnumbered), boardId, task)).toBe(path);
  expect(betterTaskPath(taskPath(boardId, { ...task, title: "Once" }), boardId, task)).toBe(path);
  expect(betterTaskPath(path, boardId, task)).toBeNull();
  expect(betterTaskPath(taskPath(boardId, { id, number: 13, title: "Two" }), boardId, task)).toBeNull();
  expect(betterTaskPath(`/boards/${boardId}`, boardId, task)).toBeNull();
});

test("an id that begins like a number stays an id", () => {
  const other = "12345678-0000-4000-8000-000000000002" as TaskId;
  expect(taskRefInPath(taskPath(boardId, { id: other, number: 0 }))).toEqual({ id: other });
});

test.each([
  `/boards/${boardId}`,
  "/boards",
  `/boards/${boardId}/tasks/0`,
  `/boards/${boardId}/tasks/x`,
  `/boards/${boardId}/tasks/12/more`,
  "/",
])("%s names no task", (path) => {
  expect(taskRefInPath(path)).toBeNull();
});
