import { showToast } from "../../components/ui/toast.tsx";
import { afterLoad } from "../../lazy/after-load.ts";
import { lazyModule } from "../../lazy/lazy-module.ts";

// Words come apart from the board: nothing is undone in its first picture.
const words = lazyModule(() => import("./undo.strings.ts"));
// One message at a time: undoing five times in a row tells of the last.
const toastId = "undo";

/** Says that there is nothing to undo or redo on a board. */
export function sayNothing(what: "nothingToUndo" | "nothingToRedo"): void {
  afterLoad(words, ({ undoStrings }) => void showToast(undoStrings[what], { id: toastId }));
}

/** Says what was undone or redone, and offers the way back; `label` as it stands in an undo step. */
export function sayDone(what: "undone" | "redone", label: string, back: () => void): void {
  afterLoad(words, ({ undoStrings }) => {
    const by: Partial<Record<string, string>> = undoStrings.by;
    const actions = [{ label: what === "undone" ? undoStrings.redo : undoStrings.undo, run: back }];
    showToast(undoStrings[what](by[label] ?? label), { id: toastId, actions });
  });
}
