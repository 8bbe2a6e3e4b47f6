"use client";

import type { BoardId } from "@kanban/domain/ids";
import { Button } from "../../components/ui/button.tsx";
import { boardsStrings } from "./boards.strings.ts";
import type { BoardSummary } from "./use-boards.ts";

/** Boards in the trash, folded away below the others. */
export function TrashedBoards({
  boards,
  onRestore,
}: {
  boards: readonly BoardSummary[];
  onRestore: (boardId: BoardId) => void;
}) {
  return (
    <details className="text-sm text-ink-2">
      <summary className="w-fit rounded-s py-1 font-medium touch:py-3">{boardsStrings.trashOf(boards.length)}</summary>
      <p className="pt-1 pb-2 text-xs text-ink-3">{boardsStrings.trashNote}</p>
      <ul className="rounded-l border border-line">
        {boards.map((board) => (
          <li
            key={board.id}
            className="flex min-h-12 items-center gap-3 px-4 py-1.5 not-first:border-t not-first:border-line"
          >
            <span className="w-12 shrink-0 truncate font-mono text-2xs font-medium text-ink-3">{board.key}</span>
            <span className="min-w-0 flex-1 truncate">{board.name}</span>
            <Button tone="quiet" aria-label={boardsStrings.restoreOf(board.name)} onClick={() => onRestore(board.id)}>
              {boardsStrings.restore}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
