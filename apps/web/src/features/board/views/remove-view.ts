import type { SavedView } from "@kanban/domain/entities";
import { showToast } from "../../../components/ui/toast.tsx";
import { undoMutations } from "../../undo/undo.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { viewStrings } from "./view.strings.ts";

/** Deletes a saved view for everybody, with a toast that brings it back. */
export function removeView(screen: BoardScreen, { id: viewId, name }: SavedView): void {
  const { mutationId, refused } = screen.mutate("view.remove", { viewId });
  if (refused) return;
  const run = () => void undoMutations(screen.mutate, screen.boardId, [mutationId]);
  showToast(viewStrings.removed(name), { actions: [{ label: viewStrings.undo, run }] });
}
