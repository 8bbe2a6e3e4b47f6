import type { ColumnId, TaskId } from "../ids.ts";

/**
 * The open lanes and columns of a grouped board, and the shown tasks where they cross, from top to bottom. A board
 * without groups is a grid of the one lane {@link wholeBoard}.
 */
export type LaneGrid = {
  lanes: readonly string[];
  columnIds: readonly ColumnId[];
  cell: (lane: string, columnId: ColumnId) => readonly TaskId[];
};

/** The lane of everything, where nothing is grouped. */
export const wholeBoard = "";

/** A place between cards: `index` counts the others of the cell. */
export type LaneSpot = { lane: string; columnId: ColumnId; index: number };
export type LaneStep = "up" | "down" | "left" | "right" | "first" | "last";

/** Where a task stands on the grid; `null` when it is not shown. */
export function spotOf({ lanes, columnIds, cell }: LaneGrid, taskId: TaskId): LaneSpot | null {
  for (const lane of lanes) {
    for (const columnId of columnIds) {
      const index = cell(lane, columnId).indexOf(taskId);
      if (index >= 0) return { lane, columnId, index };
    }
  }
  return null;
}

/** The tasks of a cell without the held one, which takes no place of its own. */
export function othersAt(
  { cell }: LaneGrid,
  { lane, columnId }: Pick<LaneSpot, "lane" | "columnId">,
  taskId: TaskId,
): readonly TaskId[] {
  return cell(lane, columnId).filter((id) => id !== taskId);
}

/** Where a held task goes by one step: past one card, into the next lane at the end of a cell, or beside in its lane. */
export function stepSpot(grid: LaneGrid, at: LaneSpot, step: LaneStep, taskId: TaskId): LaneSpot {
  const { lane, columnId, index } = at;
  const lengthOf = (inLane: string, inColumn = columnId) =>
    othersAt(grid, { lane: inLane, columnId: inColumn }, taskId).length;
  const length = lengthOf(lane);
  switch (step) {
    case "first":
      return { ...at, index: 0 };
    case "last":
      return { ...at, index: length };
    case "up": {
      if (index > 0) return { ...at, index: index - 1 };
      const above = grid.lanes[grid.lanes.indexOf(lane) - 1];
      return above === undefined ? at : { lane: above, columnId, index: lengthOf(above) };
    }
    case "down": {
      if (index < length) return { ...at, index: index + 1 };
      const below = grid.lanes[grid.lanes.indexOf(lane) + 1];
      return below === undefined ? at : { lane: below, columnId, index: 0 };
    }
    case "left":
    case "right": {
      const next = grid.columnIds[grid.columnIds.indexOf(columnId) + (step === "left" ? -1 : 1)];
      return next === undefined ? at : { lane, columnId: next, index: Math.min(index, lengthOf(lane, next)) };
    }
  }
}
