"use client";

import { orderedColumns } from "@kanban/domain/board-view";
import type { TaskId } from "@kanban/domain/ids";
import type { CommandCall } from "../../keyboard/mounted-commands.ts";
import { useShortcuts } from "../../keyboard/use-shortcuts.ts";
import { redo, undo } from "../../undo/undo.ts";
import { openTask } from "../card/open-task.ts";
import { writeQuery } from "../header/query-in-address.ts";
import { leaveBoard } from "../move/leave-board.ts";
import { moveTask } from "../move/move-task.ts";
import { stepTask } from "../move/step-task.ts";
import { shownTaskIds } from "../state/board-order.ts";
import { setColumnCollapsed } from "../state/collapsed-columns.ts";
import { useCanEdit, useScreen, useScreenPart } from "../state/screen.tsx";
import type { CardField } from "../state/screen-state.ts";
import { focusedColumnId, focusedTaskId } from "./focused-task.ts";
import { requestFocus } from "./request-focus.ts";
import { stepFocus } from "./step-focus.ts";
import { toggleCardTag } from "./toggle-card-tag.ts";

/** The commands of the board, for the focused card where they need one. */
export function useBoardShortcuts(focusFilter: () => void): void {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const isFiltered = useScreenPart(({ query }) => query !== "");
  const isFree = () => screen.store.get().lift === null;
  const onCard = (act: (taskId: TaskId, call: CommandCall) => void | false) => (call: CommandCall) => {
    const taskId = focusedTaskId();
    return taskId && isFree() ? act(taskId, call) : false;
  };
  const setField = (field: CardField) =>
    onCard((taskId) => screen.store.set({ dialog: { kind: "field", taskId, field } }));
  const addTask = () => {
    const columnId = focusedColumnId();
    if (!columnId || !isFree()) return false;
    setColumnCollapsed(columnId, false);
    const below = focusedTaskId();
    screen.store.set({ composer: below ? { columnId, edge: "top", below } : { columnId, edge: "bottom" } });
  };
  const moveInto = ({ taskId, columnId }: NonNullable<CommandCall["move"]>) => {
    const { query } = screen.store.get();
    const index = shownTaskIds(screen.view(), columnId, query).length;
    moveTask(screen, { taskId, toColumnId: columnId, index });
    requestFocus(screen, taskId);
  };
  const goToInbox = () => {
    const inbox = orderedColumns(screen.view()).find(({ kind }) => kind === "inbox");
    if (!inbox) return false;
    setColumnCollapsed(inbox.id, false);
    document.getElementById(`column-${inbox.id}`)?.scrollIntoView({ block: "nearest", inline: "start" });
    const first = shownTaskIds(screen.view(), inbox.id, screen.store.get().query)[0];
    if (first) requestFocus(screen, first);
  };
  const clearFilters = () => {
    screen.store.set({ query: "" });
    writeQuery("");
  };
  useShortcuts({
    filter: focusFilter,
    "clear-filters": isFiltered ? clearFilters : undefined,
    "go-inbox": goToInbox,
    "focus-next": () => stepFocus(screen, focusedTaskId(), "down"),
    "focus-previous": () => stepFocus(screen, focusedTaskId(), "up"),
    open: onCard((taskId) => openTask(screen, taskId)),
    ...(canEdit && {
      undo: () => {
        if (!isFree()) return false;
        undo(screen.mutate, screen.boardId);
      },
      redo: () => {
        if (!isFree()) return false;
        redo(screen.mutate, screen.boardId);
      },
      capture: () => (isFree() ? screen.store.set({ dialog: { kind: "capture" } }) : false),
      "quick-add": addTask,
      "edit-title": setField("title"),
      due: setField("due"),
      tags: setField("tags"),
      "toggle-tag": onCard((taskId, { keys }) => toggleCardTag(screen, taskId, Number(keys))),
      assign: setField("assign"),
      contexts: setField("contexts"),
      project: setField("project"),
      priority: setField("priority"),
      "move-to": (call: CommandCall) =>
        call.move
          ? moveInto(call.move)
          : onCard((taskId) => screen.store.set({ dialog: { kind: "move", taskId } }))(call),
      "move-left": onCard((taskId) => stepTask(screen, taskId, "left")),
      "move-right": onCard((taskId) => stepTask(screen, taskId, "right")),
      archive: onCard((taskId) => leaveBoard(screen, taskId, "task.archive")),
      trash: onCard((taskId) => leaveBoard(screen, taskId, "task.remove")),
    }),
  });
}
