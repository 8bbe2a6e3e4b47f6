import type { BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { joinKeyOf, latestOf, noSteps, type UndoStep, withoutMutation, withStep } from "./undo-step.ts";

const [home, work] = ["home", "work"] as BoardId[] as [BoardId, BoardId];
const step = (id: string, fields: Partial<UndoStep> = {}): UndoStep => ({
  boardId: home,
  mutationIds: [id as MutationId],
  label: "move",
  at: 0,
  joins: null,
  ...fields,
});
const idsOf = (steps: readonly UndoStep[]) => steps.map(({ mutationIds }) => mutationIds.join("+"));

test("saves of one text within a while are one step, anything between parts them", () => {
  const typed = (id: string, at: number) => step(id, { joins: "task notes", at });
  const { done } = [typed("a", 0), typed("b", 5_000), step("c"), typed("d", 6_000), typed("e", 60_000)].reduce(
    withStep,
    noSteps,
  );
  expect(idsOf(done)).toEqual(["a+b", "c", "d", "e"]);
});

test("a new act ends what could be redone, on its board only", () => {
  const steps = { done: [], undone: [step("a"), step("b", { boardId: work })] };
  expect(idsOf(withStep(steps, step("c")).undone)).toEqual(["b"]);
});

test("the latest step of a board is found behind steps of others", () => {
  expect(latestOf([step("a"), step("b", { boardId: work })], home)?.mutationIds).toEqual(["a"]);
  expect(latestOf([], home)).toBeNull();
});

test("a refused mutation leaves its step, and an empty step goes", () => {
  const two = step("a", { mutationIds: ["a", "b"] as MutationId[] });
  const steps = { done: [two], undone: [step("c")] };
  expect(idsOf(withoutMutation(steps, "a" as MutationId).done)).toEqual(["b"]);
  expect(withoutMutation(steps, "c" as MutationId).undone).toEqual([]);
});

test("only saves of one text are joined", () => {
  const input = { boardId: home, mutationId: "m" as MutationId, taskId: "t" as TaskId };
  expect(joinKeyOf({ name: "task.update", input: { ...input, notes: "a", notesBaseVersion: 2 } })).toBe("t notes");
  expect(joinKeyOf({ name: "task.update", input: { ...input, notes: "a", title: "b" } })).toBeNull();
  expect(joinKeyOf({ name: "task.update", input: { ...input, dueAt: null } })).toBeNull();
  expect(joinKeyOf({ name: "task.archive", input })).toBeNull();
});
