import type { TaskId } from "@kanban/domain/ids";
import { type ColumnOrder, placeInOrder } from "../state/board-order.ts";

export type FocusStep = "up" | "down" | "left" | "right" | "first" | "last";

/**
 * The card that gets the focus when a hand steps from `taskId`. Sideways keeps the height where it can and passes over
 * empty columns; at an edge the answer is `taskId` itself.
 */
export function moveFocus(order: readonly ColumnOrder[], taskId: TaskId, step: FocusStep): TaskId {
  const place = placeInOrder(order, taskId);
  if (!place) return firstTask(order) ?? taskId;
  const rows = order[place.column]?.taskIds ?? [];
  switch (step) {
    case "up":
      return rows[place.row - 1] ?? taskId;
    case "down":
      return rows[place.row + 1] ?? taskId;
    case "first":
      return rows[0] ?? taskId;
    case "last":
      return rows.at(-1) ?? taskId;
    case "left":
      return sideways(order, place, -1) ?? taskId;
    case "right":
      return sideways(order, place, 1) ?? taskId;
  }
}

/** The card that gets the focus when `taskId` leaves the board: the next one below, else above, else none. */
export function neighbourOf(order: readonly ColumnOrder[], taskId: TaskId): TaskId | null {
  const place = placeInOrder(order, taskId);
  if (!place) return null;
  const rows = order[place.column]?.taskIds ?? [];
  return rows[place.row + 1] ?? rows[place.row - 1] ?? null;
}

/** The first card of the first column that has one. */
export function firstTask(order: readonly ColumnOrder[]): TaskId | null {
  return order.find(({ taskIds }) => taskIds.length > 0)?.taskIds[0] ?? null;
}

function sideways(order: readonly ColumnOrder[], from: { column: number; row: number }, by: 1 | -1): TaskId | null {
  for (let column = from.column + by; column >= 0 && column < order.length; column += by) {
    const rows = order[column]?.taskIds ?? [];
    if (rows.length > 0) return rows[Math.min(from.row, rows.length - 1)] ?? null;
  }
  return null;
}
