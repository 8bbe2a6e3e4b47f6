import type { SearchHit } from "@kanban/domain/search/search-hit";
import { boardIdInPath } from "../boards/board-path.ts";
import { openTaskAt, taskPath } from "../task/task-location.ts";

/** Opens a task that was found over its board: at once where that board is on the screen already. */
export function openHit(hit: SearchHit, pathname: string, go: (path: string) => void): void {
  const path = taskPath(hit.boardId, { id: hit.taskId, number: hit.number });
  if (boardIdInPath(pathname) === hit.boardId) openTaskAt(path);
  else go(path);
}
