import type { MouseEvent } from "react";
import type { TaskId } from "@kanban/domain/ids";
import type { BoardScreen } from "../state/screen.tsx";

/** Opens a card's menu where the pointer asked for it; asked for by a key (Shift+F10), under the card's title. */
export function openCardMenu(screen: BoardScreen, taskId: TaskId, event: MouseEvent<HTMLElement>): void {
  // A menu of the card is its child for React, not in the document.
  if (!event.currentTarget.contains(event.target as Node) || screen.store.get().lift) return;
  event.preventDefault();
  const { left, top, bottom } = event.currentTarget.getBoundingClientRect();
  const { pointerType } = event.nativeEvent as unknown as { pointerType?: string };
  const isByKey = event.button !== 2 && !pointerType;
  const at = isByKey ? { x: left + 16, y: Math.min(bottom, top + 32) } : { x: event.clientX, y: event.clientY };
  screen.store.set({ cardMenu: { taskId, ...at } });
}
