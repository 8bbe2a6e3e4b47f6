import { laneOf } from "@kanban/domain/grouping/lanes";
import { regroup } from "@kanban/domain/grouping/regroup";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { asOneStep } from "../../undo/undo-steps.ts";
import { moveTask } from "../move/move-task.ts";
import { moveTasks } from "../select/move-tasks.ts";
import { shownTaskIds } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { boardLanes } from "./board-lanes.ts";

export type LanePlace = { lane: string; columnId: ColumnId; beforeId: TaskId | null };

/**
 * Puts tasks into a lane and column, above `beforeId` or at the end of the cell: the move and the new value of what the
 * board is grouped by are one step of undo. A full column that asks first is asked with the move alone.
 */
export function dropInLane(
  screen: BoardScreen,
  taskIds: readonly TaskId[],
  { lane, columnId, beforeId }: LanePlace,
): void {
  const { query, grouping } = screen.store.get();
  const [only] = taskIds;
  if (!grouping || !only) return;
  const view = screen.view();
  const { lanes, cell } = boardLanes(view, query, grouping);
  const carried = (id: TaskId) => taskIds.includes(id);
  const inCell = cell(lane, columnId);
  const rest = inCell.filter((id) => !carried(id));
  const below = beforeId === null ? -1 : rest.indexOf(beforeId);
  const at = below < 0 ? rest.length : below;
  const isThere = taskIds.every((id, nth) => inCell[at + nth] === id);
  const others = shownTaskIds(view, columnId, query).filter((id) => !carried(id));
  const above = rest[at - 1];
  const index = rest[at] ? others.indexOf(rest[at]) : above ? others.indexOf(above) + 1 : others.length;
  const acts = taskIds.flatMap((id) => {
    const task = view.tasks[id];
    const act = task && laneOf(task, grouping, lanes) !== lane ? regroup(task, grouping, lane, lanes) : null;
    return act ? [{ id, act }] : [];
  });
  asOneStep("task.move", () => {
    if (!isThere) {
      const asked =
        taskIds.length > 1
          ? moveTasks(screen, { taskIds, toColumnId: columnId, index, others })
          : moveTask(screen, { taskId: only, toColumnId: columnId, index, others });
      if (asked !== "done") return;
    }
    // Tasks of several contexts or people leave different ones behind.
    for (const [written, ids] of Map.groupBy(acts, ({ act }) => JSON.stringify(act)))
      screen.mutate("task.bulk", {
        taskIds: ids.map(({ id }) => id),
        do: JSON.parse(written) as (typeof acts)[number]["act"],
      });
  });
}
