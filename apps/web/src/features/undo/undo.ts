import type { BoardId, MutationId } from "@kanban/domain/ids";
import { showToast } from "../../components/ui/toast.tsx";
import type { Mutate } from "../../sync/asked-change.ts";
import { undoStrings } from "./undo.strings.ts";
import { latestOf, type UndoStep } from "./undo-step.ts";
import { undoSteps } from "./undo-steps.ts";

/** Takes back this tab's latest act on a board, which `mutate` changes, and says what it was. False when there is none or it was refused. */
export function undo(mutate: Mutate, boardId: BoardId): boolean {
  const step = latestOf(undoSteps.get().done, boardId);
  if (!step) {
    showToast(undoStrings.nothingToUndo, { id: toastId });
    return false;
  }
  return takeBack(mutate, step);
}

/** Does the latest undone act on a board again. */
export function redo(mutate: Mutate, boardId: BoardId): boolean {
  const step = latestOf(undoSteps.get().undone, boardId);
  if (!step) {
    showToast(undoStrings.nothingToRedo, { id: toastId });
    return false;
  }
  const { mutationId, refused } = mutate("board.undo", { undoes: [...step.mutationIds] });
  undoSteps.set(({ done, undone }) => ({
    undone: undone.filter((other) => other !== step),
    done: refused ? done : [...done, { ...step, mutationIds: [mutationId], joins: null }],
  }));
  if (refused) return false;
  const actions = [{ label: undoStrings.undo, run: () => void undo(mutate, boardId) }];
  showToast(undoStrings.redone(step.label), { id: toastId, actions });
  return true;
}

/** Takes back one act by its mutations, whatever was done after it: what the Undo of a toast means. */
export function undoMutations(mutate: Mutate, boardId: BoardId, mutationIds: readonly MutationId[]): boolean {
  const step = undoSteps.get().done.find((one) => mutationIds.some((id) => one.mutationIds.includes(id)));
  return takeBack(mutate, step ?? { boardId, mutationIds, label: undoStrings.by["task.update"], at: 0, joins: null });
}

// One message at a time: undoing five times in a row tells of the last.
const toastId = "undo";

function takeBack(mutate: Mutate, step: UndoStep): boolean {
  const { boardId, mutationIds } = step;
  const { mutationId, refused } = mutate("board.undo", { undoes: [...mutationIds] });
  undoSteps.set(({ done, undone }) => ({
    done: done.filter((other) => other !== step),
    undone: refused ? undone : [...undone, { ...step, mutationIds: [mutationId], joins: null }],
  }));
  if (refused) return false;
  const actions = [{ label: undoStrings.redo, run: () => void redo(mutate, boardId) }];
  showToast(undoStrings.undone(step.label), { id: toastId, actions });
  return true;
}
