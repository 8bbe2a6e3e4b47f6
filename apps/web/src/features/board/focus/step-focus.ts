import type { TaskId } from "@kanban/domain/ids";
import { collapsedColumnIds } from "../state/collapsed-columns.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { seenOrder } from "../state/seen-order.ts";
import { firstTask, type FocusStep, moveFocus } from "./move-focus.ts";
import { requestFocus } from "./request-focus.ts";

/** Moves the focus by one step from a card, or to the first card from nowhere; collapsed columns are passed over. */
export function stepFocus(screen: BoardScreen, from: TaskId | null, step: FocusStep): void {
  const { laneHands } = screen.store.get();
  if (laneHands) return laneHands.stepFocus(from, step);
  const collapsed = collapsedColumnIds();
  const order = seenOrder(screen).map((column) =>
    !screen.store.get().listed && collapsed.includes(column.columnId) ? { ...column, taskIds: [] } : column,
  );
  const to = from ? moveFocus(order, from, step) : firstTask(order);
  if (to) requestFocus(screen, to);
}
