"use client";

import { classNames } from "../../components/ui/class-names.ts";
import { useBoardSelector } from "../../sync/use-board.ts";
import { boardPath } from "../boards/board-path.ts";
import type { BoardSummary } from "../boards/use-boards.ts";
import { frameStrings } from "./frame.strings.ts";
import { RailLink } from "./rail-link.tsx";

/** One board of the rail. An open board is counted and named as it is at this moment, any other as the list told. */
export function RailBoard({ board, isCurrent }: { board: BoardSummary; isCurrent: boolean }) {
  const name = useBoardSelector(board.id, (view) => view.board.name) ?? board.name;
  const openTasks = useBoardSelector(board.id, (view) => Object.keys(view.tasks).length) ?? board.openTasks;
  return (
    <li>
      <RailLink href={boardPath(board.id)} isCurrent={isCurrent}>
        <span
          className={classNames("shrink-0 font-mono text-2xs font-medium", isCurrent ? "text-ink-2" : "text-ink-3")}
        >
          {board.key}
        </span>
        <span className="min-w-0 truncate">{name}</span>
        <span
          title={frameStrings.openTasks(openTasks)}
          className={classNames(
            "ml-auto text-xs font-medium",
            isCurrent ? "text-[color-mix(in_oklab,var(--accent)_80%,var(--ink))]" : "text-ink-3",
          )}
        >
          <span aria-hidden>{openTasks}</span>
          <span className="sr-only">{frameStrings.openTasks(openTasks)}</span>
        </span>
      </RailLink>
    </li>
  );
}
