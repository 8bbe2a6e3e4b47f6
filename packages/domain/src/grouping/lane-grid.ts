import type { ColumnId, TaskId } from "../ids.ts";

/** The open lanes and columns of a grouped board, and the shown tasks where they cross, from top to bottom. */
export type LaneGrid = {
  lanes: readonly string[];
  columnIds: readonly ColumnId[];
  cell: (lane: string, columnId: ColumnId) => readonly TaskId[];
};

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

/** The shown tasks of a column, lane by lane. */
export function columnOrder({ lanes, cell }: LaneGrid, columnId: ColumnId): TaskId[] {
  return lanes.flatMap((lane) => cell(lane, columnId));
}

/** The card a step from `taskId` goes to: through the lanes of its column, sideways in its lane over empty cells. */
export function stepInLanes(grid: LaneGrid, taskId: TaskId, step: LaneStep): TaskId {
  const at = spotOf(grid, taskId);
  if (!at) return firstInLanes(grid) ?? taskId;
  if (step === "left" || step === "right") return beside(grid, at, step === "left" ? -1 : 1) ?? taskId;
  const column = columnOrder(grid, at.columnId);
  if (step === "first") return column[0] ?? taskId;
  if (step === "last") return column.at(-1) ?? taskId;
  return column[column.indexOf(taskId) + (step === "up" ? -1 : 1)] ?? taskId;
}

/** The first card of the first lane that has one. */
export function firstInLanes({ lanes, columnIds, cell }: LaneGrid): TaskId | null {
  for (const lane of lanes)
    for (const columnId of columnIds) if (cell(lane, columnId)[0]) return cell(lane, columnId)[0]!;
  return null;
}

function beside({ columnIds, cell }: LaneGrid, { lane, columnId, index }: LaneSpot, by: -1 | 1): TaskId | null {
  for (let at = columnIds.indexOf(columnId) + by; at >= 0 && at < columnIds.length; at += by) {
    const tasks = cell(lane, columnIds[at]!);
    if (tasks.length > 0) return tasks[Math.min(index, tasks.length - 1)] ?? null;
  }
  return null;
}

/** Where a held task goes by one step: past one card, into the next lane at the end of a cell, or beside in its lane. */
export function stepSpot(grid: LaneGrid, at: LaneSpot, step: LaneStep, taskId: TaskId): LaneSpot {
  const { lane, columnId, index } = at;
  const others = (inLane: string, inColumn: ColumnId) => grid.cell(inLane, inColumn).filter((id) => id !== taskId);
  const length = others(lane, columnId).length;
  switch (step) {
    case "first":
      return { ...at, index: 0 };
    case "last":
      return { ...at, index: length };
    case "up": {
      if (index > 0) return { ...at, index: index - 1 };
      const above = grid.lanes[grid.lanes.indexOf(lane) - 1];
      return above === undefined ? at : { lane: above, columnId, index: others(above, columnId).length };
    }
    case "down": {
      if (index < length) return { ...at, index: index + 1 };
      const below = grid.lanes[grid.lanes.indexOf(lane) + 1];
      return below === undefined ? at : { lane: below, columnId, index: 0 };
    }
    case "left":
    case "right": {
      const next = grid.columnIds[grid.columnIds.indexOf(columnId) + (step === "left" ? -1 : 1)];
      return next === undefined ? at : { lane, columnId: next, index: Math.min(index, others(lane, next).length) };
    }
  }
}
