"use client";

import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import { useSyncEngine } from "./engine-context.tsx";
import type { DetailState } from "./sync-engine-types.ts";

const notLoaded: DetailState = { status: "loading", detail: null };

/** Loads a task's notes, checklist and hints while the panel is open, with pending changes over them. */
export function useTaskDetail(boardId: BoardId, taskId: TaskId): DetailState & { retry(): void } {
  const engine = useSyncEngine();
  useEffect(() => engine.openTask(boardId, taskId), [engine, boardId, taskId]);
  const state = useSyncExternalStore(
    useCallback((listener) => engine.subscribeBoard(boardId, listener), [engine, boardId]),
    () => engine.detailState(boardId, taskId),
    () => notLoaded,
  );
  const retry = useCallback(() => engine.retryTask(boardId, taskId), [engine, boardId, taskId]);
  return useMemo(() => ({ ...state, retry }), [state, retry]);
}
