"use client";

import { orderedColumns } from "@kanban/domain/board-view";
import type { TaskId } from "@kanban/domain/ids";
import { lazyModule } from "../../../lazy/lazy-module.ts";
import type { CommandCall } from "../../keyboard/mounted-commands.ts";
import { useShortcuts } from "../../keyboard/use-shortcuts.ts";
import { redo, undo } from "../../undo/undo.ts";
import { openTask } from "../card/open-task.ts";
import { clearFilter } from "../filter/set-filter.ts";
import { stepTask } from "../move/step-task.ts";
import { leaveBoardTogether } from "../select/leave-board-together.ts";
import { moveTasksInto, stepTasks } from "../select/move-tasks.ts";
import { selectedIds, toggleSelected } from "../select/select.ts";
import { shownTaskIds } from "../state/board-order.ts";
import { setColumnCollapsed } from "../state/collapsed-columns.ts";
import { useCanEdit, useScreen, useScreenPart } from "../state/screen.tsx";
import type { BulkPanel, CardField } from "../state/screen-state.ts";
import { focusedColumnId, focusedTaskId } from "./focused-task.ts";
import { requestFocus } from "./request-focus.ts";
import { stepFocus } from "./step-focus.ts";
import { toggleCardTag } from "./toggle-card-tag.ts";

const opening = lazyModule(() => import("../views/open-view.ts"));

/** The commands of the board, for the focused card where they need one. */
export function useBoardShortcuts(focusFilter: () => void): void {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const isFiltered = useScreenPart(({ query }) => query !== "");
  const isSelectionSeen = useScreenPart(({ layout }) => layout !== "calendar");
  const isFree = () => screen.store.get().lift === null;
  const onCard = (act: (taskId: TaskId, call: CommandCall) => void | false) => (call: CommandCall) => {
    const taskId = focusedTaskId();
    return taskId && isFree() ? act(taskId, call) : false;
  };
  /** The selection when there is one, else the focused card. */
  const onCards = (act: (taskIds: readonly TaskId[]) => void) => () => {
    const chosen = selectedIds(screen);
    const focused = focusedTaskId();
    const taskIds = chosen.length > 0 || !focused ? chosen : [focused];
    if (taskIds.length === 0 || !isFree()) return false;
    act(taskIds);
  };
  const setField = (field: CardField) =>
    onCard((taskId) => screen.store.set({ dialog: { kind: "field", taskId, field } }));
  const setFields = (field: BulkPanel) => (call: CommandCall) => {
    if (selectedIds(screen).length === 0) return setField(field)(call);
    screen.store.set({ bulkPanel: field });
  };
  const step = (way: "left" | "right") =>
    onCards((taskIds) =>
      taskIds.length > 1 ? stepTasks(screen, taskIds, way) : taskIds[0] && stepTask(screen, taskIds[0], way),
    );
  const addTask = () => {
    const columnId = focusedColumnId();
    if (!columnId || !isFree()) return false;
    setColumnCollapsed(columnId, false);
    const below = focusedTaskId();
    const { laneHands } = screen.store.get();
    const lane = laneHands?.laneToAddTo();
    // Beside the lanes there is no foot of a column, only its head.
    const isAtTop = below !== null || (laneHands !== null && lane === undefined);
    screen.store.set({ composer: { columnId, edge: isAtTop ? "top" : "bottom", lane, ...(below && { below }) } });
  };
  const goToInbox = () => {
    const inbox = orderedColumns(screen.view()).find(({ kind }) => kind === "inbox");
    if (!inbox) return false;
    setColumnCollapsed(inbox.id, false);
    document.getElementById(`column-${inbox.id}`)?.scrollIntoView({ block: "nearest", inline: "start" });
    const first = shownTaskIds(screen.view(), inbox.id, screen.store.get().query)[0];
    if (first) requestFocus(screen, first);
  };
  useShortcuts({
    search: focusFilter,
    filter: () => screen.store.set({ filterPicker: "all" }),
    "clear-filters": isFiltered ? () => clearFilter(screen) : undefined,
    views: ({ view }) =>
      view
        ? void opening.load().then(({ openView }) => openView(screen, view))
        : screen.store.set({ isViewListOpen: true }),
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
      // Taken also while a card is in hand: the dialog of the frame is not meant then.
      capture: () => {
        if (isFree()) screen.store.set({ dialog: { kind: "capture" } });
      },
      "quick-add": addTask,
      "edit-title": setField("title"),
      due: setFields("due"),
      tags: setFields("tags"),
      "toggle-tag": onCard((taskId, { keys }) => toggleCardTag(screen, taskId, Number(keys))),
      assign: setFields("assign"),
      contexts: setFields("contexts"),
      project: setFields("project"),
      priority: setFields("priority"),
      "move-to": (call: CommandCall) =>
        call.move
          ? moveTasksInto(screen, call.move.taskIds, call.move.columnId)
          : onCards((taskIds) => screen.store.set({ dialog: { kind: "move", taskIds } }))(),
      "move-left": step("left"),
      "move-right": step("right"),
      select: isSelectionSeen ? onCard((taskId) => toggleSelected(screen, taskId)) : undefined,
      archive: onCards((taskIds) => leaveBoardTogether(screen, taskIds, "task.archive")),
      trash: onCards((taskIds) => leaveBoardTogether(screen, taskIds, "task.remove")),
    }),
  });
}
