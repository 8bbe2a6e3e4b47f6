import { type BoardView, orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { matcherOf } from "../filter/matcher-of.ts";

/** One column as a hand sees it: the tasks that are shown, top to bottom. */
export type ColumnOrder = { columnId: ColumnId; taskIds: readonly TaskId[] };

/** The shown tasks of one column from top to bottom. */
export function shownTaskIds(view: BoardView, columnId: ColumnId, query: string): TaskId[] {
  const tasks = tasksInColumn(view, columnId);
  const shown = query === "" ? tasks : tasks.filter(matcherOf(view, query));
  return shown.map((task) => task.id);
}

/** The board from left to right, as shown under `query`; `withoutId` is left out (it is in the hand). */
export function boardOrder(view: BoardView, query: string, withoutId: TaskId | null = null): ColumnOrder[] {
  return orderedColumns(view).map(({ id }) => ({
    columnId: id,
    taskIds: shownTaskIds(view, id, query).filter((taskId) => taskId !== withoutId),
  }));
}

/** Where a task stands in an order: its column's place and its own, or `null` when it is not shown. */
export function placeInOrder(order: readonly ColumnOrder[], taskId: TaskId): { column: number; row: number } | null {
  for (const [column, { taskIds }] of order.entries()) {
    const row = taskIds.indexOf(taskId);
    if (row >= 0) return { column, row };
  }
  return null;
}
