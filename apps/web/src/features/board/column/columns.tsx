"use client";

import { useRef } from "react";
import { orderedColumns } from "@kanban/domain/board-view";
import { classNames } from "../../../components/ui/class-names.ts";
import { strings } from "../board.strings.ts";
import { isSameList } from "../state/is-same-list.ts";
import { useBoardPart, useCanEdit, useScreenPart } from "../state/screen.tsx";
import { AddColumn } from "./add-column.tsx";
import { Column } from "./column.tsx";
import { useBoardHand } from "./use-board-hand.ts";

/** With the gap beside it. */
const columnWidthPx = 280;

/** The columns side by side; on a phone one at a time, with its neighbour peeking. */
export function Columns() {
  const board = useRef<HTMLDivElement>(null);
  const columnIds = useBoardPart((view) => orderedColumns(view).map(({ id }) => id), isSameList);
  const canEdit = useCanEdit();
  const isDragging = useScreenPart(({ cardDrag, columnDrag }) => cardDrag !== null || columnDrag !== null);
  // Which columns are near is known only once they are drawn; until then, as many as fit when none is collapsed.
  const columnsAtFirst = typeof window === "undefined" ? 0 : Math.ceil(window.innerWidth / columnWidthPx);
  const { band, handlers } = useBoardHand(board, "columns");
  return (
    <div
      ref={board}
      id="board-columns"
      role="group"
      aria-label={strings.board.columns}
      {...handlers}
      className={classNames(
        "relative flex min-h-0 flex-1 gap-3 overflow-x-auto overflow-y-hidden px-5 pb-5 max-sm:scroll-px-5 max-sm:gap-3 max-sm:px-3 max-sm:pb-[max(12px,env(safe-area-inset-bottom))]",
        // Snapping fights with autoscroll while a card is carried to the edge.
        !isDragging && "max-sm:snap-x max-sm:snap-mandatory",
      )}
    >
      {columnIds.map((columnId, index) => (
        <Column key={columnId} columnId={columnId} isInFirstPicture={index < columnsAtFirst} />
      ))}
      {canEdit && <AddColumn />}
      {band}
    </div>
  );
}
