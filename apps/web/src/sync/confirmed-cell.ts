import type { BoardView } from "@kanban/domain/board-view";
import type { BoardId } from "@kanban/domain/ids";

/** Where the confirmed state of boards is kept: the query cache in the browser. Holds confirmed state only. */
export type ConfirmedCells = {
  get(boardId: BoardId): BoardView | null;
  /** `null` forgets the board. */
  set(boardId: BoardId, view: BoardView | null): void;
};
