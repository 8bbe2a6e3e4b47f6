import type { QueryClient } from "@tanstack/react-query";
import type { BoardView } from "@kanban/domain/board-view";
import type { BoardId } from "@kanban/domain/ids";
import type { ConfirmedCells } from "./confirmed-cell.ts";

/** The key under which a board's confirmed state stands in the query cache. Only the engine writes there. */
export function boardKey(boardId: BoardId): readonly [string, BoardId] {
  return ["confirmed-board", boardId];
}

/** Keeps confirmed boards in the query cache for as long as the tab lives. */
export function createQueryCells(queryClient: QueryClient): ConfirmedCells {
  // The view is replaced, never mutated: comparing 5,000 cards to find out what stayed would only cost.
  queryClient.setQueryDefaults(["confirmed-board"], {
    gcTime: Infinity,
    staleTime: Infinity,
    structuralSharing: false,
  });
  return {
    get: (boardId) => queryClient.getQueryData<BoardView>(boardKey(boardId)) ?? null,
    set(boardId, view) {
      if (view) queryClient.setQueryData<BoardView>(boardKey(boardId), view);
      else queryClient.removeQueries({ queryKey: boardKey(boardId), exact: true });
    },
  };
}
