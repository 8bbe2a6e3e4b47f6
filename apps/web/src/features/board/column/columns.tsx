"use client";

import { type FocusEvent, useRef } from "react";
import { orderedColumns } from "@kanban/domain/board-view";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import { classNames } from "../../../components/ui/class-names.ts";
import { strings } from "../board.strings.ts";
import { useDrag } from "../drag/use-drag.ts";
import { useBoardKeys } from "../focus/use-board-keys.ts";
import { cancelLift } from "../move/lift-task.ts";
import { useRubberBand } from "../select/rubber-band.tsx";
import { isSameList } from "../state/is-same-list.ts";
import { useBoardPart, useCanEdit, useScreen, useScreenPart } from "../state/screen.tsx";
import { useTouch } from "../touch/use-touch.ts";
import { AddColumn } from "./add-column.tsx";
import { Column } from "./column.tsx";

/** With the gap beside it. */
const columnWidthPx = 280;
const watchDrags: Parameters<typeof useDrag>[1] = (kit, screen, element) => kit.watchBoardDrag(screen, element);

/** The columns side by side; on a phone one at a time, with its neighbour peeking. */
export function Columns() {
  const screen = useScreen();
  const board = useRef<HTMLDivElement>(null);
  const columnIds = useBoardPart((view) => orderedColumns(view).map(({ id }) => id), isSameList);
  const canEdit = useCanEdit();
  const isDragging = useScreenPart(({ cardDrag, columnDrag }) => cardDrag !== null || columnDrag !== null);
  // Which columns are near is known only once they are drawn; until then, as many as fit when none is collapsed.
  const columnsAtFirst = typeof window === "undefined" ? 0 : Math.ceil(window.innerWidth / columnWidthPx);
  const handleKeyDown = useBoardKeys();
  const { band, handlePointerDown } = useRubberBand();
  useDrag(board, watchDrags);
  useTouch(board);
  const rememberTabStop = (event: FocusEvent<HTMLElement>) => {
    const taskId = readId<TaskId>(event.target.dataset["taskId"]);
    const columnId = readId<ColumnId>(event.target.closest<HTMLElement>("[data-column-id]")?.dataset["columnId"]);
    if (!taskId || !columnId || screen.store.get().tabStops[columnId] === taskId) return;
    screen.store.set(({ tabStops }) => ({ tabStops: { ...tabStops, [columnId]: taskId } }));
  };
  return (
    <div
      ref={board}
      id="board-columns"
      role="group"
      aria-label={strings.board.columns}
      onKeyDown={handleKeyDown}
      onFocus={rememberTabStop}
      onPointerDown={(event) => {
        // A press anywhere puts a card lifted by keyboard back.
        cancelLift(screen);
        handlePointerDown(event);
      }}
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
