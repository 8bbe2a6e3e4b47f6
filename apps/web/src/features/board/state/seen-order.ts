import { boardOrder, type ColumnOrder } from "./board-order.ts";
import type { BoardScreen } from "./screen.tsx";

/** The tasks in the order in which the eye meets them: column by column, lane by lane, or down the list. */
export function seenOrder(screen: BoardScreen): ColumnOrder[] {
  const view = screen.view();
  const { listed, query, laneHands } = screen.store.get();
  if (!listed) return laneHands?.order() ?? boardOrder(view, query);
  const columnId = listed[0] && view.tasks[listed[0]]?.columnId;
  return columnId ? [{ columnId, taskIds: listed }] : [];
}
