import type { TaskCard } from "@kanban/domain/entities";
import type { TagId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { sharedLabels, sharedValue } from "./shared.ts";

const task = (tags: string, dueAt: string | null = null) =>
  ({ tagIds: tags.split("") as TagId[], dueAt }) as unknown as TaskCard;

test("labels are told apart: those all tasks have, and those only some have", () => {
  const { chosen, partly } = sharedLabels([task("ab"), task("bc"), task("b")], ({ tagIds }) => tagIds);
  expect(chosen).toEqual(["b"]);
  expect(partly).toEqual(["a", "c"]);
});

test("a value is shared when no task differs, also the empty one", () => {
  const dueAt = (each: TaskCard) => each.dueAt;
  expect(sharedValue([task("", "2026-11-27"), task("", "2026-11-27")], dueAt)).toBe("2026-11-27");
  expect(sharedValue([task(""), task("")], dueAt)).toBeNull();
  expect(sharedValue([task(""), task("", "2026-11-27")], dueAt)).toBeUndefined();
});
