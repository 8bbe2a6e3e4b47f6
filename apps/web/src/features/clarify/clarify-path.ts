import type { BoardId } from "@kanban/domain/ids";

/** The deck over the inboxes of all boards. */
export const clarifyPath = "/clarify";

/** The deck over the inbox of one board. */
export function clarifyBoardPath(boardId: BoardId): string {
  return `${clarifyPath}?board=${boardId}`;
}
