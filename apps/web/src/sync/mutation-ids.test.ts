import { mutationIdSchema, type MutationId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { createMutationIds } from "./mutation-ids.ts";

const zeroes = () => new Uint8Array(10);

test("mutation ids are UUIDs of version 7 that sort as they were made, also within a millisecond and when the clock falls back", () => {
  let now = 1_000_000_000_000;
  const ids = createMutationIds(
    () => now,
    () => Uint8Array.from({ length: 10 }, (_, index) => 255 - index),
  );
  const made: MutationId[] = [];
  for (let index = 0; index < 10_000; index += 1) {
    if (index === 5_000) now -= 60_000;
    made.push(ids.next());
  }
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  for (const id of made.slice(0, 50)) expect(mutationIdSchema.parse(id)).toBe(id);
});

test("an id follows those of another tab, even of one whose clock is ahead", () => {
  const ahead = createMutationIds(() => 2_000_000_000_000, zeroes);
  const ids = createMutationIds(() => 1_000_000_000_000, zeroes);
  const theirs = [ahead.next(), ahead.next()];
  for (const id of theirs) ids.saw(id);
  expect(ids.next() > theirs[1]!).toBe(true);
});

test("an id of another version says nothing about time", () => {
  const ids = createMutationIds(() => 1_000, zeroes);
  ids.saw("ffffffff-ffff-4fff-bfff-ffffffffffff" as MutationId);
  expect(ids.next().startsWith("00000000-03e8-7")).toBe(true);
});
