import { wholeBoard } from "@kanban/domain/grouping/lane-grid";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { type Lift, spotIndex } from "../move/lift.ts";
import type { CardDrag } from "../state/screen-state.ts";

/** What a column's list draws: cards, and the gap where a dragged card would land. `place` counts from 1. */
export type CardRow =
  | { kind: "card"; taskId: TaskId; place: number; isHidden: boolean }
  | { kind: "gap"; height: number };

/** The shown cards of a column, or of a lane's part of it, with the lifted one where it is held. */
export function withLifted(
  taskIds: readonly TaskId[],
  columnId: ColumnId,
  lift: Lift | null,
  lane = wholeBoard,
): readonly TaskId[] {
  if (!lift) return taskIds;
  const others = taskIds.filter((id) => id !== lift.taskId);
  if (lift.at.columnId !== columnId || lift.at.lane !== lane) return others;
  return others.toSpliced(spotIndex(lift.at, others), 0, lift.taskId);
}

/**
 * The rows of a column, or of a lane's part of it. The dragged card stays drawn where it was taken (a browser ends a drag whose source leaves the
 * page), also when somebody else moves it away meanwhile, but takes no room while it is over a column; over none, it is
 * shown where it would stay.
 */
export function rowsOf(
  taskIds: readonly TaskId[],
  columnId: ColumnId,
  drag: CardDrag | null,
  lane?: string,
): CardRow[] {
  const isOver = drag?.over?.columnId === columnId && drag.over.lane === lane;
  const rows = taskIds.map<CardRow>((taskId, index) => ({
    kind: "card",
    taskId,
    place: index + 1,
    isHidden: drag !== null && drag.over !== null && drag.taskIds.includes(taskId),
  }));
  if (drag?.fromColumnId === columnId && drag.fromLane === lane && !taskIds.includes(drag.taskId)) {
    rows.push({ kind: "card", taskId: drag.taskId, place: rows.length + 1, isHidden: true });
  }
  if (!drag || !isOver) return rows;
  const below = drag.over ? taskIds.findIndex((id) => id === drag.over?.beforeId) : -1;
  return rows.toSpliced(below < 0 ? rows.length : below, 0, { kind: "gap", height: drag.height });
}
