import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { type FocusStep, moveFocus } from "../focus/move-focus.ts";
import { requestFocus } from "../focus/request-focus.ts";
import { announce } from "../state/announce.ts";
import { boardOrder } from "../state/board-order.ts";
import { collapsedColumnIds } from "../state/collapsed-columns.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { selectStrings } from "./select.strings.ts";
import { inBoardOrder, kept, noSelection, rangedTo, type Selection, selectionOf, toggled } from "./selection.ts";

function orderOf(screen: BoardScreen) {
  const { laneHands, query } = screen.store.get();
  return laneHands?.order() ?? boardOrder(screen.view(), query);
}

/** Makes this the selection, and says how many tasks it holds. */
export function setSelection(screen: BoardScreen, selection: Selection): void {
  const { selection: before, isTapSelecting, bulkPanel } = screen.store.get();
  if (selection === before) return;
  const isEmpty = selection.ids.size === 0;
  screen.store.set({
    selection,
    isTapSelecting: isTapSelecting && !isEmpty,
    bulkPanel: isEmpty ? null : bulkPanel,
  });
  if (selection.ids.size !== before.ids.size) announce(screen, selectStrings.selected(selection.ids.size));
}

/** Chooses a task, or gives it up. */
export function toggleSelected(screen: BoardScreen, taskId: TaskId): void {
  setSelection(screen, toggled(screen.store.get().selection, taskId));
}

/** From a menu under a finger: chooses a task, and taps choose more until nothing is chosen. */
export function beginTapSelecting(screen: BoardScreen, taskId: TaskId): void {
  toggleSelected(screen, taskId);
  const isTouch = matchMedia("(pointer: coarse)").matches;
  screen.store.set(({ selection }) => ({ isTapSelecting: isTouch && selection.ids.size > 0 }));
}

/** Chooses everything from the last chosen task to this one. */
export function selectRange(screen: BoardScreen, taskId: TaskId): void {
  setSelection(screen, rangedTo(screen.store.get().selection, orderOf(screen), taskId));
}

/** Chooses one step further from the focused card, which the focus follows; collapsed columns are passed over. */
export function extendSelection(screen: BoardScreen, from: TaskId, step: FocusStep): void {
  const collapsed = collapsedColumnIds();
  const open = orderOf(screen).filter(({ columnId }) => !collapsed.includes(columnId));
  const to = moveFocus(open, from, step);
  const { selection } = screen.store.get();
  const begun = selection.anchor === null ? toggled(selection, from) : selection;
  setSelection(screen, rangedTo(begun, orderOf(screen), to));
  requestFocus(screen, to);
}

/** Chooses all shown tasks of a column; asked again, or under a filter, all shown ones of the board. */
export function selectAll(screen: BoardScreen, columnId: ColumnId | null): void {
  const { query, selection } = screen.store.get();
  const order = orderOf(screen);
  const inColumn = order.find((column) => column.columnId === columnId)?.taskIds ?? [];
  const isColumnChosen = inColumn.every((id) => selection.ids.has(id));
  const all = order.flatMap(({ taskIds }) => taskIds);
  setSelection(screen, selectionOf(query !== "" || isColumnChosen ? all : inColumn));
}

/** Gives everything up; false when nothing was chosen. */
export function clearSelection(screen: BoardScreen): boolean {
  const hadSome = screen.store.get().selection.ids.size > 0;
  setSelection(screen, noSelection);
  return hadSome;
}

/** Gives up what has left the board or is not shown any more: nobody acts on what cannot be seen. */
export function pruneSelection(screen: BoardScreen): void {
  const { selection: before, isTapSelecting } = screen.store.get();
  const selection = kept(before, orderOf(screen));
  if (selection === before) return;
  // Said by whoever took them away.
  screen.store.set({ selection, isTapSelecting: isTapSelecting && selection.ids.size > 0 });
}

/** The chosen tasks in board order. */
export function selectedIds(screen: BoardScreen): TaskId[] {
  const { selection } = screen.store.get();
  return selection.ids.size === 0 ? [] : inBoardOrder(selection, orderOf(screen));
}

/** What an act on this card means: the whole selection when it belongs to it, else the card alone. */
export function actingOn(screen: BoardScreen, taskId: TaskId): TaskId[] {
  return screen.store.get().selection.ids.has(taskId) ? selectedIds(screen) : [taskId];
}
