import { expect, test } from "vitest";
import { applyChange } from "../apply-change.ts";
import type { BoardView } from "../board-view.ts";
import type { ChangeOf } from "../change.ts";
import type { Hint, TaskCard } from "../entities.ts";
import type { HintId, TaskId } from "../ids.ts";
import { planUndo } from "./plan-undo.ts";

const taskId = "task" as TaskId;
const hintId = "hint" as HintId;
const now = "2026-11-28T12:00:00.000Z";
const hint = { id: hintId, taskId, state: "proposed" } as Hint;
const board = {
  tasks: { [taskId]: { id: taskId, hintCount: 1 } as TaskCard },
  gone: {},
  details: { [taskId]: { hints: [hint] } },
} as unknown as BoardView;
const decided: ChangeOf<"hint.decided"> = { type: "hint.decided", payload: { hintId, taskId, state: "dismissed" } };
const count = (view: BoardView) => view.tasks[taskId]?.hintCount;

test("a decision over a hint is taken back once, and done again once, however often it is asked", () => {
  const dismissed = applyChange(board, decided);
  const undoing = planUndo(dismissed, [decided], now);
  expect(undoing.map(({ type }) => type)).toEqual(["hint.reopened"]);
  const open = undoing.reduce(applyChange, dismissed);
  expect(planUndo(open, [decided], now)).toEqual([]);
  const redoing = planUndo(open, undoing, now);
  expect(redoing).toEqual([decided]);
  expect(planUndo(redoing.reduce(applyChange, open), undoing, now)).toEqual([]);
});

test("hints are counted by their state: a change that comes twice counts once", () => {
  const reopened: ChangeOf<"hint.reopened"> = { type: "hint.reopened", payload: { hintId, taskId, was: "dismissed" } };
  expect(count([decided, decided].reduce(applyChange, board))).toBe(0);
  expect(count([decided, reopened, reopened].reduce(applyChange, board))).toBe(1);
  const two = applyChange(board, {
    type: "hint.recorded",
    payload: { hint: { ...hint, id: "other" as HintId } },
  } as ChangeOf<"hint.recorded">);
  expect(count([decided, decided].reduce(applyChange, two))).toBe(1);
});
