"use client";

import type { BoardView } from "@kanban/domain/board-view";
import type { BoardId } from "@kanban/domain/ids";
import { useCallback, useSyncExternalStore } from "react";
import { useSyncEngine } from "../../../sync/engine-context.tsx";

/** The board of this address as far as its screen has opened it. */
export function useOpenBoard(boardId: BoardId | null): BoardView | null {
  const engine = useSyncEngine();
  return useSyncExternalStore(
    useCallback((listener) => (boardId ? engine.subscribeBoard(boardId, listener) : () => {}), [engine, boardId]),
    () => (boardId ? engine.boardState(boardId).view : null),
    () => null,
  );
}
