import { orderedColumns } from "@kanban/domain/board-view";
import { type LaneGrid, wholeBoard } from "@kanban/domain/grouping/lane-grid";
import { shownTaskIds } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";

/** The board as a held card meets it: its open lanes (or all that are shown), without groups one that is all of it. */
export function liftGrid(screen: BoardScreen, isWithFolded = false): LaneGrid {
  const { laneHands, query } = screen.store.get();
  if (laneHands) return laneHands.grid(isWithFolded);
  const view = screen.view();
  return {
    lanes: [wholeBoard],
    columnIds: orderedColumns(view).map(({ id }) => id),
    cell: (_lane, columnId) => shownTaskIds(view, columnId, query),
  };
}
