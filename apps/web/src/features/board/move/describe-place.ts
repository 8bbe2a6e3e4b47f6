import type { TaskId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import { boardOrder, placeInOrder } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { type Spot, spotIndex } from "./lift.ts";

/** Where a task stands, in words: "position 2 of 5 in Next". */
export function describePlace(screen: BoardScreen, taskId: TaskId): string {
  const view = screen.view();
  const order = boardOrder(view, screen.store.get().query);
  const place = placeInOrder(order, taskId);
  const column = place && order[place.column];
  if (!place || !column) return "";
  return strings.move.where(place.row + 1, column.taskIds.length, view.columns[column.columnId]?.name ?? "");
}

/** Where a held task would land, in words. */
export function describeSpot(screen: BoardScreen, spot: Spot, taskId: TaskId): string {
  const view = screen.view();
  const column = boardOrder(view, screen.store.get().query, taskId).find(({ columnId }) => columnId === spot.columnId);
  const others = column?.taskIds ?? [];
  return strings.move.where(spotIndex(spot, others) + 1, others.length + 1, view.columns[spot.columnId]?.name ?? "");
}
