import type { BoardId, MutationId } from "@kanban/domain/ids";
import type { Mutate } from "../../sync/asked-change.ts";
import type { SyncRefusal } from "../../sync/refusals.ts";
import { sayDone, sayNothing } from "./say-undo.ts";
import { latestOf, type UndoStep } from "./undo-step.ts";
import { undoSteps } from "./undo-steps.ts";

/** Takes back this tab's latest act on a board, which `mutate` changes, and says what it was. False when there is none or it was refused. */
export function undo(mutate: Mutate, boardId: BoardId): boolean {
  const step = latestOf(undoSteps.get().done, boardId);
  if (!step) {
    sayNothing("nothingToUndo");
    return false;
  }
  return takeBack(mutate, step);
}

/** Does the latest undone act on a board again. */
export function redo(mutate: Mutate, boardId: BoardId): boolean {
  const step = latestOf(undoSteps.get().undone, boardId);
  if (!step) {
    sayNothing("nothingToRedo");
    return false;
  }
  const { mutationId, refused } = mutate("board.undo", { undoes: [...step.mutationIds] });
  if (isOpenStill(refused)) return false;
  undoSteps.set(({ done, undone }) => ({
    undone: undone.filter((other) => other !== step),
    done: refused ? done : [...done, { ...step, mutationIds: [mutationId], joins: null }],
  }));
  if (refused) return false;
  sayDone("redone", step.label, () => void undo(mutate, boardId));
  return true;
}

/** Takes back one act by its mutations, whatever was done after it: what the Undo of a toast means. */
export function undoMutations(mutate: Mutate, boardId: BoardId, mutationIds: readonly MutationId[]): boolean {
  const step = undoSteps.get().done.find((one) => mutationIds.some((id) => one.mutationIds.includes(id)));
  return takeBack(mutate, step ?? { boardId, mutationIds, label: "task.update", at: 0, joins: null });
}

function takeBack(mutate: Mutate, step: UndoStep): boolean {
  const { boardId, mutationIds } = step;
  const { mutationId, refused } = mutate("board.undo", { undoes: [...mutationIds] });
  if (isOpenStill(refused)) return false;
  undoSteps.set(({ done, undone }) => ({
    done: done.filter((other) => other !== step),
    undone: refused ? undone : [...undone, { ...step, mutationIds: [mutationId], joins: null }],
  }));
  if (refused) return false;
  sayDone("undone", step.label, () => void redo(mutate, boardId));
  return true;
}

/** True for a refusal after which the step stays one: a column that is full has room later, nothing of it was changed. */
function isOpenStill(refusal: SyncRefusal | null): boolean {
  const codes: readonly SyncRefusal["code"][] = ["WIP_LIMIT_REACHED", "WIP_REASON_REQUIRED"];
  return refusal !== null && codes.includes(refusal.code);
}
