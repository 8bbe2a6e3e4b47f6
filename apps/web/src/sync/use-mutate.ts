"use client";

import { useCallback } from "react";
import type { BoardId } from "@kanban/domain/ids";
import { useSyncEngine } from "./engine-context.tsx";
import type { Mutate } from "./asked-change.ts";

/**
 * Asks for changes of a board. The view changes before the call returns; storing and sending follow by themselves.
 * A change known to be refused is answered with the reason, reported to `onRefused` and not queued.
 */
export function useMutate(boardId: BoardId): Mutate {
  const engine = useSyncEngine();
  return useCallback<Mutate>((name, input) => engine.mutate(boardId, name, input), [engine, boardId]);
}
