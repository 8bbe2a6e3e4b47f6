import type { BoardId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";

/** The address of a board. */
export function boardPath(boardId: BoardId): string {
  return `/boards/${boardId}`;
}

/** The board an address shows, if it shows one. */
export function boardIdInPath(pathname: string): BoardId | null {
  return readId<BoardId>(/^\/boards\/([^/]+)/u.exec(pathname)?.[1]);
}
