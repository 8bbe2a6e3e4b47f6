import type { TaskId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import { moveTask } from "../move/move-task.ts";
import { boardOrder, shownTaskIds } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";
import type { CardDropData } from "./drag-data.ts";

/** Moves a dragged card to where it was dropped; nothing happens where it already is. */
export function dropCard(screen: BoardScreen, taskId: TaskId, place: CardDropData | null): void {
  if (!place) return;
  const view = screen.view();
  const { query } = screen.store.get();
  const others = boardOrder(view, query, taskId).find(({ columnId }) => columnId === place.columnId)?.taskIds ?? [];
  const below = place.beforeId === null ? -1 : others.indexOf(place.beforeId);
  const index = below < 0 ? others.length : below;
  const isThere =
    view.tasks[taskId]?.columnId === place.columnId &&
    shownTaskIds(view, place.columnId, query).indexOf(taskId) === index;
  if (!isThere) moveTask(screen, { taskId, toColumnId: place.columnId, index }, strings.move.dropped);
}
