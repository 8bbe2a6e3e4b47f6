import type { MountedSelection } from "../../../keyboard/mounted-selection.ts";
import type { BoardScreen } from "../../state/screen.tsx";
import { bulkChoiceOf } from "../choices/bulk-choice-of.ts";
import { clearSelection, selectedIds } from "../select.ts";
import { setDue } from "../set-due.ts";

/** The acts of the bar, for the palette. */
export function selectionForPalette(screen: BoardScreen): MountedSelection {
  return {
    taskIds: () => selectedIds(screen),
    choiceOf: (field) => {
      const view = screen.view();
      const tasks = selectedIds(screen).flatMap((id) => view.tasks[id] ?? []);
      return bulkChoiceOf(field, { screen, view, tasks });
    },
    setDue: (dueAt) => setDue(screen, dueAt),
    clear: () => void clearSelection(screen),
  };
}
