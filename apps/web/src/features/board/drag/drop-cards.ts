import type { TaskId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import { moveTask } from "../move/move-task.ts";
import { moveTasks } from "../select/move-tasks.ts";
import { shownTaskIds } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";
import type { CardDropData } from "./drag-data.ts";

/** Moves dragged cards to where they were dropped, in their order; nothing happens where they already are. */
export function dropCards(screen: BoardScreen, taskIds: readonly TaskId[], place: CardDropData | null): void {
  const [only] = taskIds;
  if (!place || !only) return;
  const { lane, columnId, beforeId } = place;
  if (lane !== undefined) return screen.store.get().laneHands?.drop(taskIds, { lane, columnId, beforeId });
  const shown = shownTaskIds(screen.view(), place.columnId, screen.store.get().query);
  const others = shown.filter((id) => !taskIds.includes(id));
  const below = place.beforeId === null ? -1 : others.indexOf(place.beforeId);
  const index = below < 0 ? others.length : below;
  if (taskIds.every((id, nth) => shown[index + nth] === id)) return;
  if (taskIds.length > 1) moveTasks(screen, { taskIds, toColumnId: place.columnId, index });
  else moveTask(screen, { taskId: only, toColumnId: place.columnId, index }, strings.move.dropped);
}
