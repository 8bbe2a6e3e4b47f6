"use client";

import type { FocusEvent, PointerEvent, RefObject } from "react";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import { useDrag } from "../drag/use-drag.ts";
import { useBoardKeys } from "../focus/use-board-keys.ts";
import { cancelLift } from "../move/lift-task.ts";
import { useRubberBand } from "../select/rubber-band.tsx";
import { useScreen } from "../state/screen.tsx";
import { useTouch } from "../touch/use-touch.ts";

type Attach = NonNullable<Parameters<typeof useDrag>[1]>;
const watchDrags: Record<"columns" | "lanes", Attach> = {
  columns: (kit, screen, element) => kit.watchBoardDrag(screen, element),
  lanes: (kit, screen, element) => kit.watchBoardDrag(screen, element, "all"),
};

/** What keys, mouse and fingers do on the cards of a board, for the element that holds them all. */
export function useBoardHand(board: RefObject<HTMLElement | null>, of: "columns" | "lanes") {
  const screen = useScreen();
  const onKeyDown = useBoardKeys();
  const { band, handlePointerDown } = useRubberBand();
  useDrag(board, watchDrags[of]);
  useTouch(board);
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const taskId = readId<TaskId>(event.target.dataset["taskId"]);
    const columnId = readId<ColumnId>(event.target.closest<HTMLElement>("[data-column-id]")?.dataset["columnId"]);
    if (!taskId || !columnId || screen.store.get().tabStops[columnId] === taskId) return;
    screen.store.set(({ tabStops }) => ({ tabStops: { ...tabStops, [columnId]: taskId } }));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    // A press anywhere puts a card lifted by keyboard back.
    cancelLift(screen);
    handlePointerDown(event);
  };
  return { band, handlers: { onKeyDown, onFocus, onPointerDown } };
}
