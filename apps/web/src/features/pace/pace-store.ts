import type { BoardId } from "@kanban/domain/ids";
import type { Pace } from "@kanban/domain/pace/pace";
import { createStore, useStore } from "../store/create-store.ts";

// Read by every card: one subscription each to a store costs nothing, one each to a query would.
const store = createStore<{ paces: Readonly<Record<BoardId, Pace>> }>({ paces: {} });

/** Takes note of a board's pace. */
export function keepPace(boardId: BoardId, pace: Pace): void {
  store.set(({ paces }) => ({ paces: { ...paces, [boardId]: pace } }));
}

/** The pace of a board; `null` while it is not known. */
export function usePace(boardId: BoardId): Pace | null {
  return useStore(store, ({ paces }) => paces[boardId] ?? null);
}
