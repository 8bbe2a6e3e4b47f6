import { type BoardId, boardIdSchema } from "@kanban/domain/ids";

/** The address of a board. */
export function boardPath(boardId: BoardId): string {
  return `/boards/${boardId}`;
}

/** The board an address shows, if it shows one. */
export function boardIdInPath(pathname: string): BoardId | null {
  const parsed = boardIdSchema.safeParse(/^\/boards\/([^/]+)/u.exec(pathname)?.[1]);
  return parsed.success ? parsed.data : null;
}
