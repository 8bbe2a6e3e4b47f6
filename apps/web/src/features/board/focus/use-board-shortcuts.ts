"use client";

import type { TaskId } from "@kanban/domain/ids";
import { useShortcuts } from "../../keyboard/use-shortcuts.ts";
import { redo, undo } from "../../undo/undo.ts";
import { leaveBoardTogether } from "../select/leave-board-together.ts";
import { selectedIds, toggleSelected } from "../select/select.ts";
import type { BulkPanel } from "../state/screen-state.ts";
import { setColumnCollapsed } from "../state/collapsed-columns.ts";
import { useCanEdit, useScreen } from "../state/screen.tsx";
import { focusedColumnId, focusedTaskId } from "./focused-task.ts";
import { stepFocus } from "./step-focus.ts";

/** The single-key shortcuts of the board, for the focused card where they need one. */
export function useBoardShortcuts(focusFilter: () => void): void {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const isFree = () => canEdit && screen.store.get().lift === null;
  /** The selection when there is one, else the focused card. */
  const onCards = (act: (taskIds: readonly TaskId[]) => void) => () => {
    const chosen = selectedIds(screen);
    const focused = focusedTaskId();
    const taskIds = chosen.length > 0 || !focused ? chosen : [focused];
    if (taskIds.length === 0 || !isFree()) return false;
    act(taskIds);
  };
  const onSelection = (bulkPanel: BulkPanel) => () => {
    if (selectedIds(screen).length === 0 || !isFree()) return false;
    screen.store.set({ bulkPanel });
  };
  useShortcuts({
    undo: () => {
      if (!isFree()) return false;
      undo(screen.mutate, screen.boardId);
    },
    redo: () => {
      if (!isFree()) return false;
      redo(screen.mutate, screen.boardId);
    },
    capture: () => (isFree() ? screen.store.set({ dialog: { kind: "capture" } }) : false),
    "quick-add": () => {
      const columnId = focusedColumnId();
      if (!columnId || !isFree()) return false;
      setColumnCollapsed(columnId, false);
      screen.store.set({ composer: { columnId, edge: "bottom" } });
    },
    filter: focusFilter,
    "focus-next": () => stepFocus(screen, focusedTaskId(), "down"),
    "focus-previous": () => stepFocus(screen, focusedTaskId(), "up"),
    "move-to": onCards((taskIds) => screen.store.set({ dialog: { kind: "move", taskIds } })),
    archive: onCards((taskIds) => leaveBoardTogether(screen, taskIds, "task.archive")),
    trash: onCards((taskIds) => leaveBoardTogether(screen, taskIds, "task.remove")),
    select: () => {
      const taskId = focusedTaskId();
      if (!taskId || !isFree()) return false;
      toggleSelected(screen, taskId);
    },
    "bulk-tags": onSelection("tags"),
    "bulk-contexts": onSelection("contexts"),
    "bulk-project": onSelection("project"),
    "bulk-assign": onSelection("assign"),
    "bulk-due": onSelection("due"),
    "bulk-priority": onSelection("priority"),
  });
}
