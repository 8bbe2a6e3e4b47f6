"use client";

import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { BoardView } from "@kanban/domain/board-view";
import type { BoardId } from "@kanban/domain/ids";
import { useSyncEngine } from "./engine-context.tsx";
import type { BoardState } from "./sync-engine-types.ts";

const notLoaded: BoardState = { status: "loading", view: null, error: null };

/** Opens a board and answers it as this browser sees it: confirmed state with pending changes over it. */
export function useBoard(boardId: BoardId): BoardState & { retry(): void } {
  const engine = useSyncEngine();
  useEffect(() => engine.openBoard(boardId), [engine, boardId]);
  const state = useSyncExternalStore(
    useCallback((listener) => engine.subscribeBoard(boardId, listener), [engine, boardId]),
    () => engine.boardState(boardId),
    () => notLoaded,
  );
  const retry = useCallback(() => engine.retryBoard(boardId), [engine, boardId]);
  return useMemo(() => ({ ...state, retry }), [state, retry]);
}

/**
 * One piece of an opened board; the component renders again only when `isEqual` says the piece changed.
 * `null` until the board is there. The selector must be pure; it may be a new function on every render.
 */
export function useBoardSelector<Piece>(
  boardId: BoardId,
  selector: (view: BoardView) => Piece,
  isEqual: (before: Piece, after: Piece) => boolean = Object.is,
): Piece | null {
  const engine = useSyncEngine();
  const last = useRef<{ piece: Piece } | null>(null);
  const select = () => {
    const { view } = engine.boardState(boardId);
    if (!view) return null;
    const piece = selector(view);
    if (last.current && isEqual(last.current.piece, piece)) return last.current.piece;
    last.current = { piece };
    return piece;
  };
  return useSyncExternalStore(
    useCallback((listener) => engine.subscribeBoard(boardId, listener), [engine, boardId]),
    select,
    () => null,
  );
}
