import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { BoardScreen } from "../state/screen.tsx";

/**
 * The neighbours that describe a place to the server: the nearest ones around `index` of `others` that are in the column
 * at this moment. When room was made for what comes, one of those that stood there has left.
 */
export function anchorsNow(
  screen: BoardScreen,
  columnId: ColumnId,
  others: readonly TaskId[],
  index: number,
): { afterId: TaskId | null; beforeId: TaskId | null } {
  const { tasks } = screen.view();
  const isThere = (id: TaskId) => tasks[id]?.columnId === columnId;
  return {
    afterId: others.slice(0, index).findLast(isThere) ?? null,
    beforeId: others.slice(index).find(isThere) ?? null,
  };
}
