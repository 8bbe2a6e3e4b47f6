import type { BoardId } from "@kanban/domain/ids";

/** Read by the server at `/`, so that the last board opens without a detour. */
export const lastBoardCookie = "kanban-last-board";
const oneYearSeconds = 31_536_000;

/** Makes `/` open this board in this browser from now on. */
export function rememberLastBoard(boardId: BoardId): void {
  document.cookie = `${lastBoardCookie}=${boardId}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
}

/** Makes `/` open the list of boards again. */
export function forgetLastBoard(): void {
  document.cookie = `${lastBoardCookie}=; path=/; max-age=0; samesite=lax`;
}
