"use client";

import { type PointerEvent as ReactPointerEvent, useRef, useState } from "react";
import type { TaskId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import { useCanEdit, useScreen } from "../state/screen.tsx";
import { clearSelection, setSelection } from "./select.ts";
import { selectionOf } from "./selection.ts";

type Box = { left: number; top: number; width: number; height: number };

/** A press that moves less is a click. */
const thresholdPx = 4;
/** What a press means something else on. */
const notCanvas = "article, button, a, input, textarea, select, header, [role=menu], [draggable=true]";

function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** The cards a box touches, as they are drawn. */
function cardsIn(board: HTMLElement, box: Box): TaskId[] {
  return [...board.querySelectorAll<HTMLElement>("article[data-task-id]")].flatMap((card) => {
    const { left, right, top, bottom } = card.getBoundingClientRect();
    const isTouched = left < box.left + box.width && right > box.left && top < box.top + box.height && bottom > box.top;
    return isTouched ? (readId<TaskId>(card.dataset["taskId"]) ?? []) : [];
  });
}

/** Choosing by a box drawn with the mouse on the empty canvas. With Ctrl, Cmd or Shift it adds to what is chosen. */
export function useRubberBand() {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const [box, setBox] = useState<Box | null>(null);
  const stop = useRef<(() => void) | null>(null);

  const handlePointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    const isCanvas = event.target instanceof Element && event.target.closest(notCanvas) === null;
    if (!canEdit || event.pointerType !== "mouse" || event.button !== 0 || !isCanvas) return;
    stop.current?.();
    const board = event.currentTarget;
    // On a scrollbar: the press is the browser's.
    if (event.nativeEvent.offsetX > (event.target as HTMLElement).clientWidth) return;
    const start = { x: event.clientX, y: event.clientY };
    const adds = event.ctrlKey || event.metaKey || event.shiftKey;
    const before = adds ? screen.store.get().selection.ids : new Set<TaskId>();
    let isDrawn = false;
    const handleMove = (move: PointerEvent) => {
      const drawn = boxBetween(start, { x: move.clientX, y: move.clientY });
      isDrawn ||= Math.max(drawn.width, drawn.height) >= thresholdPx;
      if (!isDrawn) return;
      move.preventDefault();
      setBox(drawn);
      setSelection(screen, selectionOf([...before, ...cardsIn(board, drawn)]));
    };
    const end = () => {
      stop.current?.();
      if (!isDrawn && !adds) clearSelection(screen);
    };
    // A box must not mark the words it passes over.
    const noText = (other: Event) => other.preventDefault();
    const controller = new AbortController();
    const { signal } = controller;
    stop.current = () => {
      controller.abort();
      setBox(null);
    };
    window.addEventListener("pointermove", handleMove, { signal });
    window.addEventListener("pointerup", end, { signal });
    window.addEventListener("pointercancel", end, { signal });
    window.addEventListener("selectstart", noText, { signal });
  };

  const band = box && (
    <div
      aria-hidden
      data-rubber-band
      className="pointer-events-none fixed z-20 rounded-s border border-accent bg-[color-mix(in_oklab,var(--accent)_12%,transparent)]"
      style={box}
    />
  );
  return { band, handlePointerDown };
}
