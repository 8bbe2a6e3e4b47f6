import { type LaneSpot, othersAt, spotOf } from "@kanban/domain/grouping/lane-grid";
import type { TaskId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import { cellName } from "../state/cell-name.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { type Spot, spotIndex } from "./lift.ts";
import { liftGrid } from "./lift-grid.ts";

/** Where a task stands, in words: "position 2 of 5 in Next", in lanes "position 1 of 2 in Next, Garden". */
export function describePlace(screen: BoardScreen, taskId: TaskId): string {
  const grid = liftGrid(screen, true);
  const spot = spotOf(grid, taskId);
  return spot ? inWords(screen, spot, grid.cell(spot.lane, spot.columnId).length) : "";
}

/** Where a held task would land, in words. */
export function describeSpot(screen: BoardScreen, spot: Spot, taskId: TaskId): string {
  const others = othersAt(liftGrid(screen), spot, taskId);
  return inWords(screen, { ...spot, index: spotIndex(spot, others) }, others.length + 1);
}

function inWords(screen: BoardScreen, { lane, columnId, index }: LaneSpot, of: number): string {
  return strings.move.where(index + 1, of, cellName(screen, columnId, lane));
}
