import { orderedColumns } from "@kanban/domain/board-view";
import {
  columnOrder,
  firstInLanes,
  type LaneGrid,
  spotOf,
  stepInLanes,
  stepSpot,
} from "@kanban/domain/grouping/lane-grid";
import type { TaskId } from "@kanban/domain/ids";
import { requestFocus } from "../focus/request-focus.ts";
import type { BoardScreen } from "../state/screen.tsx";
import type { LaneHands } from "../state/screen-state.ts";
import { boardLanes } from "./board-lanes.ts";
import { isLaneCollapsed } from "./collapsed-lanes.ts";
import { dropInLane } from "./drop-in-lane.ts";

/** What keys and hands do to cards while the board stands in lanes. */
export function laneHands(screen: BoardScreen): LaneHands {
  const grid = (): LaneGrid => {
    const { query, grouping } = screen.store.get();
    if (!grouping) return { lanes: [], columnIds: [], cell: () => [] };
    const view = screen.view();
    const { shown, cell } = boardLanes(view, query, grouping);
    const { boardId } = screen;
    const lanes = shown.filter((lane) => !isLaneCollapsed({ boardId, grouping, lane }));
    return { lanes, columnIds: orderedColumns(view).map(({ id }) => id), cell };
  };
  return {
    order: () => {
      const at = grid();
      return at.columnIds.map((columnId) => ({ columnId, taskIds: columnOrder(at, columnId) }));
    },
    cell: (lane, columnId) => grid().cell(lane, columnId),
    stepFocus: (from, step) => {
      const to = from ? stepInLanes(grid(), from, step) : firstInLanes(grid());
      if (to) requestFocus(screen, to);
    },
    stepTask: (taskId: TaskId, step) => {
      const at = grid();
      const from = spotOf(at, taskId);
      if (!from) return;
      const to = stepSpot(at, from, step, taskId);
      if (to.lane === from.lane && to.columnId === from.columnId && to.index === from.index) return;
      const beforeId = at.cell(to.lane, to.columnId).filter((id) => id !== taskId)[to.index] ?? null;
      dropInLane(screen, [taskId], { ...to, beforeId });
      requestFocus(screen, taskId);
    },
    drop: (taskIds, place) => dropInLane(screen, taskIds, place),
  };
}
