import type { TaskId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { laneTabStop } from "./lane-tab-stop.ts";

const cells = [[], ["a", "b"], ["c"]] as unknown as readonly TaskId[][];
const [a, c, z] = ["a", "c", "z"] as TaskId[];
const free = { heldHere: null, heldAway: null };

test("Tab goes to the card that had the focus last, else to the first of all lanes", () => {
  expect(laneTabStop(cells, { ...free, lastFocused: c })).toBe(c);
  expect(laneTabStop(cells, { ...free, lastFocused: z })).toBe(a);
  expect(laneTabStop(cells, free)).toBe(a);
  expect(laneTabStop([[]], free)).toBeNull();
});

test("a held card is the one where it is held, and none where it was taken", () => {
  expect(laneTabStop(cells, { ...free, heldHere: z!, lastFocused: c })).toBe(z);
  expect(laneTabStop(cells, { ...free, heldAway: a!, lastFocused: a })).toBe("b");
});
