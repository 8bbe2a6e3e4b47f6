import { type BoardView, orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { LaneGrid } from "@kanban/domain/grouping/lane-grid";
import { laneOf, type Lanes, lanesOf } from "@kanban/domain/grouping/lanes";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { Grouping } from "@kanban/domain/view-values";
import { matcherOf } from "../filter/matcher-of.ts";

/** The shown tasks of a board by lane and column. */
export type BoardLanes = {
  /** Every lane there can be, in order. */
  lanes: Lanes;
  /** Those to draw: with tasks, or where one could be put while nothing is filtered. */
  shown: readonly string[];
  cell: LaneGrid["cell"];
  count: (lane: string) => number;
};

const nothing: readonly TaskId[] = [];
let last: { view: BoardView; query: string; grouping: Grouping; answer: BoardLanes } | null = null;

/** Computed once per state of the board: every cell asks. */
export function boardLanes(view: BoardView, query: string, grouping: Grouping): BoardLanes {
  if (last?.view === view && last.query === query && last.grouping === grouping) return last.answer;
  const lanes = lanesOf(view, grouping);
  const matches = query === "" ? () => true : matcherOf(view, query);
  const cells = new Map<string, Map<ColumnId, TaskId[]>>();
  const counts = new Map<string, number>();
  for (const { id: columnId } of orderedColumns(view)) {
    for (const task of tasksInColumn(view, columnId)) {
      if (!matches(task)) continue;
      const lane = laneOf(task, grouping, lanes);
      const row = cells.get(lane) ?? new Map<ColumnId, TaskId[]>();
      cells.set(lane, row);
      const cell = row.get(columnId);
      if (cell) cell.push(task.id);
      else row.set(columnId, [task.id]);
      counts.set(lane, (counts.get(lane) ?? 0) + 1);
    }
  }
  const isOpen = (lane: string) =>
    grouping !== "project" ||
    !(lane in view.projects) ||
    Object.entries(view.projects).some(([id, { status }]) => id === lane && status === "active");
  const shown = [...lanes.keys()].filter((lane) => cells.has(lane) || (query === "" && isOpen(lane)));
  const answer: BoardLanes = {
    lanes,
    shown,
    cell: (lane, columnId) => cells.get(lane)?.get(columnId) ?? nothing,
    count: (lane) => counts.get(lane) ?? 0,
  };
  last = { view, query, grouping, answer };
  return answer;
}
