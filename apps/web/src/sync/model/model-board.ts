import { allHints } from "@kanban/domain/hint/fold-hints";
import { type BoardView, viewOfSnapshot } from "@kanban/domain/board-view";
import { defaultColumns } from "@kanban/domain/column-kind";
import type { BoardId, ColumnId, UserId } from "@kanban/domain/ids";
import { evenRanks } from "@kanban/domain/rank";

/** A readable id of its kind. */
export function modelId<Id extends string>(kind: number, index: number): Id {
  return `0193b3a0-0000-7000-800${kind}-${String(index).padStart(12, "0")}` as Id;
}

export const modelUser = modelId<UserId>(1, 0);
export const otherUser = modelId<UserId>(1, 1);
export const modelBoardId = modelId<BoardId>(0, 0);

/** A new board with the default columns, `doing` limited to three. */
export function modelBoard(boardId: BoardId = modelBoardId): BoardView {
  const ranks = evenRanks(defaultColumns.length);
  return viewOfSnapshot({
    epoch: modelId(9, 0),
    seq: 1,
    board: {
      id: boardId,
      name: "Home",
      key: "HOME",
      wipPolicy: "block",
      sleepAfterDays: 14,
      isDemo: false,
      hints: allHints,
    },
    role: "owner",
    userId: modelUser,
    columns: defaultColumns.map((column, index) => ({
      ...column,
      id: modelId<ColumnId>(2, index),
      contextId: null,
      rank: ranks[index] ?? evenRanks(1)[0]!,
    })),
    tasks: [],
    tags: [],
    contexts: [],
    projects: [],
    links: [],
    members: [
      { userId: modelUser, name: "Alex", role: "owner" },
      { userId: otherUser, name: "Kim", role: "editor" },
    ],
  });
}
