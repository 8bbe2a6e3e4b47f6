"use client";

import type { BoardId } from "@kanban/domain/ids";
import { useSyncEngine } from "../../sync/engine-context.tsx";
import type { Mutate } from "../../sync/asked-change.ts";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { redo, undo } from "../undo/undo.ts";
import { undoSteps } from "../undo/undo-steps.ts";

/** Undo and redo over all boards: the latest act of this tab, wherever it was. */
export function useListUndo(): void {
  const engine = useSyncEngine();
  const on = (boardId: BoardId | undefined, act: (mutate: Mutate, boardId: BoardId) => boolean) => {
    if (boardId === undefined) return false;
    act((name, input) => engine.mutate(boardId, name, input), boardId);
  };
  useShortcuts({
    undo: () => on(undoSteps.get().done.at(-1)?.boardId, undo),
    redo: () => on(undoSteps.get().undone.at(-1)?.boardId, redo),
  });
}
