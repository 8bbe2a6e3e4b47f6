import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { FocusStep } from "../focus/move-focus.ts";
import { type ColumnOrder, placeInOrder } from "../state/board-order.ts";

/**
 * A place between cards. `afterId` is the truth, so that a card that appears above does not push what is held;
 * `index` (among the others of the column) takes over when that neighbour is gone.
 */
export type Spot = { columnId: ColumnId; index: number; afterId: TaskId | null };

/** A task lifted by keyboard: where it was and where it is held now. Nothing is sent before it is dropped. */
export type Lift = { taskId: TaskId; from: Spot; at: Spot };

export type LiftAction = { type: "lift"; taskId: TaskId } | { type: "step"; step: FocusStep } | { type: "release" };

/** The lift after one key. `order` is the board as shown; the lifted task itself does not count in it. */
export function reduceLift(lift: Lift | null, action: LiftAction, order: readonly ColumnOrder[]): Lift | null {
  switch (action.type) {
    case "lift":
      return liftFrom(order, action.taskId);
    case "step":
      return lift && { ...lift, at: stepSpot(withoutTask(order, lift.taskId), lift.at, action.step) };
    case "release":
      return null;
  }
}

/** The index a spot has now, in a column whose other tasks are `taskIds`. */
export function spotIndex(spot: Spot, taskIds: readonly TaskId[]): number {
  if (spot.afterId === null) return 0;
  const above = taskIds.indexOf(spot.afterId);
  return above >= 0 ? above + 1 : Math.min(spot.index, taskIds.length);
}

/** The neighbours that describe a place to the server. */
export function anchorsAt(
  taskIds: readonly TaskId[],
  index: number,
): { afterId: TaskId | null; beforeId: TaskId | null } {
  return { afterId: taskIds[index - 1] ?? null, beforeId: taskIds[index] ?? null };
}

/** The spot at `index` of a column whose other tasks are `taskIds`. */
export function spotAt(columnId: ColumnId, taskIds: readonly TaskId[], index: number): Spot {
  const inside = Math.max(0, Math.min(index, taskIds.length));
  return { columnId, index: inside, afterId: taskIds[inside - 1] ?? null };
}

export function isSameSpot(a: Spot, b: Spot): boolean {
  return a.columnId === b.columnId && a.index === b.index && a.afterId === b.afterId;
}

function withoutTask(order: readonly ColumnOrder[], taskId: TaskId): ColumnOrder[] {
  return order.map(({ columnId, taskIds }) => ({ columnId, taskIds: taskIds.filter((id) => id !== taskId) }));
}

function liftFrom(order: readonly ColumnOrder[], taskId: TaskId): Lift | null {
  const place = placeInOrder(order, taskId);
  const column = place && withoutTask(order, taskId)[place.column];
  if (!place || !column) return null;
  const from = spotAt(column.columnId, column.taskIds, place.row);
  return { taskId, from, at: from };
}

/** One step of a held task over `others` (the board without it); at an edge it stays. */
export function stepSpot(others: readonly ColumnOrder[], spot: Spot, step: FocusStep): Spot {
  const column = others.findIndex(({ columnId }) => columnId === spot.columnId);
  const rows = others[column]?.taskIds ?? [];
  const index = spotIndex(spot, rows);
  switch (step) {
    case "up":
      return spotAt(spot.columnId, rows, index - 1);
    case "down":
      return spotAt(spot.columnId, rows, index + 1);
    case "first":
      return spotAt(spot.columnId, rows, 0);
    case "last":
      return spotAt(spot.columnId, rows, rows.length);
    case "left":
    case "right": {
      const beside = others[column + (step === "left" ? -1 : 1)];
      return beside ? spotAt(beside.columnId, beside.taskIds, index) : spot;
    }
  }
}
