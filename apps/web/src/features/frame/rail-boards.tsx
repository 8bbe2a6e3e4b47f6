"use client";

import { usePathname } from "next/navigation";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { boardIdInPath } from "../boards/board-path.ts";
import { useLiveBoards } from "../boards/use-boards.ts";
import { frameStrings } from "./frame.strings.ts";
import { RailBoard } from "./rail-board.tsx";

/** The person's boards in the rail, each with its open tasks. */
export function RailBoards() {
  const boards = useLiveBoards();
  const current = boardIdInPath(usePathname());
  return (
    <section aria-labelledby="rail-boards" aria-busy={boards.isPending} className="flex min-h-28 flex-col">
      <h2 id="rail-boards" className="px-2 pt-4 pb-1 text-xs font-medium text-ink-3">
        {frameStrings.boards}
      </h2>
      {boards.isPending && (
        <div className="grid gap-3 px-2 py-2">
          <Skeleton className="h-3.5 w-28" />
          <Skeleton className="h-3.5 w-20" />
        </div>
      )}
      {boards.isError && !boards.data && (
        <p className="px-2 py-1 text-xs text-ink-3">
          {frameStrings.boardsFailed}{" "}
          <button type="button" className="rounded-s font-strong text-accent" onClick={() => void boards.refetch()}>
            {frameStrings.retry}
          </button>
        </p>
      )}
      <ul className="min-h-0 overflow-y-auto">
        {boards.data?.map((board) => (
          <RailBoard key={board.id} board={board} isCurrent={board.id === current} />
        ))}
      </ul>
    </section>
  );
}
