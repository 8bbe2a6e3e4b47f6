import { orderedColumns } from "@kanban/domain/board-view";
import { columnOrder, firstInLanes, stepInLanes } from "@kanban/domain/grouping/lane-focus";
import type { LaneGrid } from "@kanban/domain/grouping/lane-grid";
import { requestFocus } from "../focus/request-focus.ts";
import type { BoardScreen } from "../state/screen.tsx";
import type { LaneHands } from "../state/screen-state.ts";
import { boardLanes } from "./board-lanes.ts";
import { isLaneCollapsed, toggleLane } from "./collapsed-lanes.ts";
import { dropInLane } from "./drop-in-lane.ts";
import { laneName } from "./lane-name.ts";

/** What keys and hands do to cards while the board stands in lanes. */
export function laneHands(screen: BoardScreen): LaneHands {
  const { boardId } = screen;
  const grid = (isWithFolded = false): LaneGrid => {
    const { query, grouping } = screen.store.get();
    if (!grouping) return { lanes: [], columnIds: [], cell: () => [] };
    const view = screen.view();
    const { shown, cell } = boardLanes(view, query, grouping);
    const lanes = isWithFolded ? shown : shown.filter((lane) => !isLaneCollapsed({ boardId, grouping, lane }));
    return { lanes, columnIds: orderedColumns(view).map(({ id }) => id), cell };
  };
  return {
    grid,
    order: () => {
      const at = grid();
      return at.columnIds.map((columnId) => ({ columnId, taskIds: columnOrder(at, columnId) }));
    },
    nameOf: (lane) => {
      const { grouping } = screen.store.get();
      return grouping ? laneName(screen.view(), grouping, lane) : "";
    },
    stepFocus: (from, step) => {
      const to = from ? stepInLanes(grid(), from, step) : firstInLanes(grid());
      if (to) requestFocus(screen, to);
    },
    drop: (taskIds, place, sentence) => dropInLane(screen, taskIds, place, sentence),
    laneToAddTo: () => {
      const { grouping } = screen.store.get();
      const lane = document.activeElement?.closest<HTMLElement>("[data-lane-band]")?.dataset["laneBand"];
      if (!grouping || lane === undefined) return undefined;
      if (isLaneCollapsed({ boardId, grouping, lane })) toggleLane({ boardId, grouping, lane });
      return lane;
    },
  };
}
