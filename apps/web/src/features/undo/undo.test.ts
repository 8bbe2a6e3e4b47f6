import type { BoardId, MutationId } from "@kanban/domain/ids";
import { beforeEach, expect, test, vi } from "vitest";
import type { Mutate } from "../../sync/asked-change.ts";
import type { SyncRefusal } from "../../sync/refusals.ts";
import { redo, undo } from "./undo.ts";
import { forgetUndoSteps, undoSteps } from "./undo-steps.ts";

vi.mock("./say-undo.ts", () => ({ sayDone: () => {}, sayNothing: () => {} }));

const boardId = "home" as BoardId;
const step = { boardId, mutationIds: ["act" as MutationId], label: "move", at: 0, joins: null };
const answering = (code: SyncRefusal["code"] | null): Mutate => {
  const refused = code && { code, details: {} };
  return () => ({ mutationId: "way back" as MutationId, refused });
};

beforeEach(() => forgetUndoSteps());

test.each(["WIP_LIMIT_REACHED", "WIP_REASON_REQUIRED"] as const)(
  "%s leaves the step where it was: it can be taken back, or done again, later",
  (code) => {
    undoSteps.set({ done: [step] });
    expect(undo(answering(code), boardId)).toBe(false);
    expect(undoSteps.get()).toEqual({ done: [step], undone: [] });
    expect(undo(answering(null), boardId)).toBe(true);
    const { undone } = undoSteps.get();
    expect(redo(answering(code), boardId)).toBe(false);
    expect(undoSteps.get()).toEqual({ done: [], undone });
  },
);

test.each(["UNDO_CONFLICT", "NOT_ACCEPTED"] as const)(
  "an act whose undo is refused with %s, as it always will be, is given up, so that the one before it can be undone",
  (code) => {
    undoSteps.set({ done: [step] });
    expect(undo(answering(code), boardId)).toBe(false);
    expect(undoSteps.get().done).toEqual([]);
  },
);
