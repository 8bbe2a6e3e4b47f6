import { type LaneGrid, type LaneSpot, othersAt, spotOf, stepSpot } from "@kanban/domain/grouping/lane-grid";
import type { TaskId } from "@kanban/domain/ids";
import type { FocusStep } from "../focus/move-focus.ts";

/**
 * A place between cards. `afterId` is the truth, so that a card that appears above does not push what is held;
 * `index` (among the others of the cell) takes over when that neighbour is gone.
 */
export type Spot = LaneSpot & { afterId: TaskId | null };

/** A task lifted by keyboard: where it was and where it is held now. Nothing is sent before it is dropped. */
export type Lift = { taskId: TaskId; from: Spot; at: Spot };

export type LiftAction = { type: "lift"; taskId: TaskId } | { type: "step"; step: FocusStep } | { type: "release" };

/** The lift after one key. `grid` is the board as shown; the lifted task itself does not count in it. */
export function reduceLift(lift: Lift | null, action: LiftAction, grid: LaneGrid): Lift | null {
  switch (action.type) {
    case "lift": {
      const { taskId } = action;
      const place = spotOf(grid, taskId);
      const from = place && withNeighbour(grid, place, taskId);
      return from && { taskId, from, at: from };
    }
    case "step": {
      if (!lift) return null;
      const { taskId, at } = lift;
      const now = { ...at, index: spotIndex(at, othersAt(grid, at, taskId)) };
      return { ...lift, at: withNeighbour(grid, stepSpot(grid, now, action.step, taskId), taskId) };
    }
    case "release":
      return null;
  }
}

/** The index a spot has now, in a cell whose other tasks are `taskIds`. */
export function spotIndex(spot: Spot, taskIds: readonly TaskId[]): number {
  if (spot.afterId === null) return 0;
  const above = taskIds.indexOf(spot.afterId);
  return above >= 0 ? above + 1 : Math.min(spot.index, taskIds.length);
}

export function isSameSpot(a: Spot, b: Spot): boolean {
  return a.lane === b.lane && a.columnId === b.columnId && a.index === b.index && a.afterId === b.afterId;
}

function withNeighbour(grid: LaneGrid, { lane, columnId, index }: LaneSpot, taskId: TaskId): Spot {
  const afterId = othersAt(grid, { lane, columnId }, taskId)[index - 1] ?? null;
  return { lane, columnId, index, afterId };
}
