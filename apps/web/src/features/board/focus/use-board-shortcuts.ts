"use client";

import type { TaskId } from "@kanban/domain/ids";
import { useShortcuts } from "../../keyboard/use-shortcuts.ts";
import { redo, undo } from "../../undo/undo.ts";
import { leaveBoard } from "../move/leave-board.ts";
import { setColumnCollapsed } from "../state/collapsed-columns.ts";
import { useCanEdit, useScreen } from "../state/screen.tsx";
import { focusedColumnId, focusedTaskId } from "./focused-task.ts";
import { stepFocus } from "./step-focus.ts";

/** The single-key shortcuts of the board, for the focused card where they need one. */
export function useBoardShortcuts(focusFilter: () => void): void {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const isFree = () => canEdit && screen.store.get().lift === null;
  const onCard = (act: (taskId: TaskId) => void) => () => {
    const taskId = focusedTaskId();
    if (!taskId || !isFree()) return false;
    act(taskId);
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
    "move-to": onCard((taskId) => screen.store.set({ dialog: { kind: "move", taskId } })),
    archive: onCard((taskId) => leaveBoard(screen, taskId, "task.archive")),
    trash: onCard((taskId) => leaveBoard(screen, taskId, "task.remove")),
  });
}
