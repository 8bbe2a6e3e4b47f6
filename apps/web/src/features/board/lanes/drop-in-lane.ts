import { tasksInColumn } from "@kanban/domain/board-view";
import { regroup, type Regrouping } from "@kanban/domain/grouping/regroup";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { Asked } from "../../../sync/asked-change.ts";
import { asOneStep } from "../../undo/undo-steps.ts";
import { strings } from "../board.strings.ts";
import { tellIfHidden } from "../filter/tell-if-hidden.ts";
import { anchorsNow } from "../move/anchors-now.ts";
import { attempt } from "../move/attempt.ts";
import { describePlace } from "../move/describe-place.ts";
import type { Sentence } from "../move/move-task.ts";
import { fitsBulk } from "../select/bulk.ts";
import { announce } from "../state/announce.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { boardLanes } from "./board-lanes.ts";

export type LanePlace = { lane: string; columnId: ColumnId; beforeId: TaskId | null };

/**
 * Puts tasks into a lane and column, above `beforeId` or at the end of the cell: the move and the new value of what the
 * board is grouped by are one step of undo, also when a full column asks first. What is so already is not asked for.
 */
export function dropInLane(
  screen: BoardScreen,
  taskIds: readonly TaskId[],
  { lane, columnId, beforeId }: LanePlace,
  sentence: Sentence = strings.move.dropped,
): void {
  const { query, grouping } = screen.store.get();
  const [first] = taskIds;
  if (!grouping || !first || !fitsBulk(taskIds)) return;
  const view = screen.view();
  const others = boardLanes(view, query, grouping)
    .cell(lane, columnId)
    .filter((id) => !taskIds.includes(id));
  const below = beforeId === null ? -1 : others.indexOf(beforeId);
  const index = below < 0 ? others.length : below;
  const acts = regroupings(screen, taskIds, lane);
  const column = tasksInColumn(view, columnId).map(({ id }) => id);
  const isMoving = !standSo(column, [others[index - 1], ...taskIds, others[index]]);
  const tell = () => announce(screen, sentence(screen.view().tasks[first]?.title ?? "", describePlace(screen, first)));
  if (!isMoving && acts.length === 0) return tell();
  const move = (overrideWip: { reason: string } | undefined): Asked => {
    const where = { toColumnId: columnId, ...anchorsNow(screen, columnId, others, index), overrideWip };
    if (taskIds.length === 1) return screen.mutate("task.move", { taskId: first, ...where });
    return screen.mutate("task.bulk", { taskIds: [...taskIds], do: { kind: "move", ...where } });
  };
  attempt(
    screen,
    (overrideWip) =>
      asOneStep("task.move", () => {
        const moved = isMoving ? move(overrideWip) : null;
        if (moved?.refused) return moved;
        const asked = acts.map(([act, ids]) => screen.mutate("task.bulk", { taskIds: ids, do: act }));
        return asked.find(({ refused }) => refused) ?? moved ?? asked[0]!;
      }),
    () => {
      tell();
      tellIfHidden(screen, first);
    },
    isMoving ? taskIds : [],
  );
}

/** What brings tasks into a lane: tasks of several contexts or people leave different ones behind. */
function regroupings(screen: BoardScreen, taskIds: readonly TaskId[], lane: string): [Regrouping, TaskId[]][] {
  const { query, grouping } = screen.store.get();
  const view = screen.view();
  if (!grouping) return [];
  const { lanes } = boardLanes(view, query, grouping);
  const same = new Map<string, [Regrouping, TaskId[]]>();
  for (const taskId of taskIds) {
    const task = view.tasks[taskId];
    const act = task && regroup(task, grouping, lane, lanes);
    if (!act) continue;
    const key = JSON.stringify(act);
    const together = same.get(key);
    if (together) together[1].push(taskId);
    else same.set(key, [act, [taskId]]);
  }
  return [...same.values()];
}

/** True when a column holds these tasks, and in this order; others may stand between them. */
function standSo(column: readonly TaskId[], wanted: readonly (TaskId | undefined)[]): boolean {
  const places = wanted.flatMap((id) => (id ? column.indexOf(id) : []));
  return places.every((place, nth) => place >= 0 && (nth === 0 || place > places[nth - 1]!));
}
