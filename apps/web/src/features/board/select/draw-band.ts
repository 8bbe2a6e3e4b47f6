import type { PointerEvent as ReactPointerEvent } from "react";
import type { TaskId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import type { BoardScreen } from "../state/screen.tsx";
import { clearSelection, setSelection } from "./select.ts";
import { selectionOf } from "./selection.ts";

export type Box = { left: number; top: number; width: number; height: number };

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

/** Chooses what is in the box a mouse draws from here on, until it lets go; answers how to end that, or `null`. */
export function drawBand(
  screen: BoardScreen,
  event: ReactPointerEvent<HTMLElement>,
  show: (box: Box | null) => void,
): (() => void) | null {
  const isCanvas = event.target instanceof Element && event.target.closest(notCanvas) === null;
  if (event.pointerType !== "mouse" || event.button !== 0 || !isCanvas) return null;
  const board = event.currentTarget;
  // On a scrollbar: the press is the browser's.
  if (event.nativeEvent.offsetX > (event.target as HTMLElement).clientWidth) return null;
  const start = { x: event.clientX, y: event.clientY };
  const adds = event.ctrlKey || event.metaKey || event.shiftKey;
  const before = adds ? screen.store.get().selection.ids : new Set<TaskId>();
  let isDrawn = false;
  const handleMove = (move: PointerEvent) => {
    const drawn = boxBetween(start, { x: move.clientX, y: move.clientY });
    isDrawn ||= Math.max(drawn.width, drawn.height) >= thresholdPx;
    if (!isDrawn) return;
    move.preventDefault();
    show(drawn);
    setSelection(screen, selectionOf([...before, ...cardsIn(board, drawn)]));
  };
  const controller = new AbortController();
  const { signal } = controller;
  const stop = () => {
    controller.abort();
    show(null);
  };
  const end = () => {
    stop();
    if (!isDrawn && !adds) clearSelection(screen);
  };
  // A box must not mark the words it passes over.
  const noText = (other: Event) => other.preventDefault();
  window.addEventListener("pointermove", handleMove, { signal });
  window.addEventListener("pointerup", end, { signal });
  window.addEventListener("pointercancel", end, { signal });
  window.addEventListener("selectstart", noText, { signal });
  return stop;
}
