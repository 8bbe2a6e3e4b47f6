import type { MouseEvent } from "react";
import type { TaskId } from "@kanban/domain/ids";
import type { BoardScreen } from "../state/screen.tsx";
import { selectRange, toggleSelected } from "./select.ts";

/** What a click on a card chooses: Ctrl/Cmd one more, Shift a range, a tap while choosing; false for a plain click. */
export function selectByClick(screen: BoardScreen, taskId: TaskId, event: MouseEvent): boolean {
  const isTap = screen.store.get().isTapSelecting;
  if (event.shiftKey) selectRange(screen, taskId);
  else if (event.ctrlKey || event.metaKey || isTap) toggleSelected(screen, taskId);
  else return false;
  return true;
}
