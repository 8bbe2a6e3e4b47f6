import type { ColumnId, TaskId } from "../ids.ts";
import { type LaneGrid, type LaneSpot, type LaneStep, spotOf } from "./lane-grid.ts";

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
