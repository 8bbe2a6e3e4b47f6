"use client";

import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { BoardId } from "@kanban/domain/ids";
import { useSyncEngine } from "./engine-context.tsx";
import type { BoardState } from "./sync-engine-types.ts";

const none: readonly BoardState[] = [];

/** Opens several boards and follows them; each as this browser sees it, in the order asked for. */
export function useBoardViews(boardIds: readonly BoardId[]): readonly BoardState[] {
  const engine = useSyncEngine();
  const key = boardIds.join();
  // The ids, not the array, say whether other boards are meant.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const ids = useMemo(() => boardIds, [key]);
  useEffect(() => {
    const closes = ids.map((boardId) => engine.openBoard(boardId));
    return () => closes.forEach((close) => close());
  }, [engine, ids]);
  const last = useRef<readonly BoardState[]>(none);
  const read = () => {
    const states = ids.map((boardId) => engine.boardState(boardId));
    const isSame = states.length === last.current.length && states.every((state, n) => state === last.current[n]);
    if (!isSame) last.current = states;
    return last.current;
  };
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = ids.map((boardId) => engine.subscribeBoard(boardId, listener));
      return () => stops.forEach((stop) => stop());
    },
    [engine, ids],
  );
  return useSyncExternalStore(subscribe, read, () => none);
}
