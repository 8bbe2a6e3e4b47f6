import { edgePage } from "./edge-page.ts";
import { setCarriedByFinger } from "./is-carried.ts";
import { pageColumn } from "./page-column.ts";

export type Carry = { move: (x: number, y: number) => void; drop: () => void; cancel: () => void };

/** A browser tells a drag's place this often, moved or not: lists scroll below a hand that holds still. */
const tellMs = 50;
/** A card at the edge waits this long before the page turns, and longer before it turns again. */
const pageMs = 450;
const pageAgainMs = 1_000;

/**
 * Carries a card by finger. Browsers start their own drag late or never, so this one tells the page the same events as a
 * mouse's drag: everything that listens to drags serves it too. Answers `null` where the card may not be dragged.
 */
export function carryCard(board: HTMLElement, card: HTMLElement, x: number, y: number): Carry | null {
  const dataTransfer = new DataTransfer();
  let preview: HTMLElement | null = null;
  let offset = { x: 0, y: 0 };
  // The picture a browser would take and carry for us.
  dataTransfer.setDragImage = (element, offsetX, offsetY) => {
    preview = element.cloneNode(true) as HTMLElement;
    offset = { x: offsetX, y: offsetY };
    preview.removeAttribute("popover");
    Object.assign(preview.style, { position: "fixed", top: "0", left: "0", zIndex: "60", pointerEvents: "none" });
    preview.dataset["carried"] = "";
    document.body.append(preview);
    place();
  };
  let at = { x, y };
  let canDrop = false;
  const place = () => {
    if (preview) preview.style.transform = `translate(${at.x - offset.x}px, ${at.y - offset.y}px)`;
  };
  const tell = (type: string, target: Element) =>
    target.dispatchEvent(
      new DragEvent(type, {
        ...{ bubbles: true, cancelable: true, composed: true, dataTransfer },
        ...{ clientX: at.x, clientY: at.y, buttons: type === "dragend" ? 0 : 1 },
      }),
    );
  const under = () => document.elementFromPoint(at.x, at.y) ?? document.body;
  // After a drag has begun, the drag library takes twenty pointer moves for a sign that the browser lost it.
  const hidePointer = (event: PointerEvent) => {
    if (event.pointerType === "touch") event.stopImmediatePropagation();
  };
  window.addEventListener("pointermove", hidePointer, { capture: true });
  setCarriedByFinger(true);
  let edge: -1 | 0 | 1 = 0;
  let turn: ReturnType<typeof setTimeout> | undefined;
  const turnAtEdge = (afterMs: number) => {
    turn = setTimeout(() => {
      if (edge !== 0 && pageColumn(board, edge)) turnAtEdge(pageAgainMs);
    }, afterMs);
  };
  const tellPlace = () => {
    canDrop = !tell("dragover", under());
  };
  const stop = () => {
    clearInterval(ticking);
    clearTimeout(turn);
    window.removeEventListener("pointermove", hidePointer, { capture: true });
    setCarriedByFinger(false);
    preview?.remove();
  };
  const ticking = setInterval(tellPlace, tellMs);
  if (!tell("dragstart", card)) {
    stop();
    return null;
  }
  return {
    move: (nextX, nextY) => {
      at = { x: nextX, y: nextY };
      place();
      const nextEdge = edgePage(nextX, window.innerWidth);
      if (nextEdge === edge) return;
      edge = nextEdge;
      clearTimeout(turn);
      if (edge !== 0) turnAtEdge(pageMs);
    },
    drop: () => {
      tellPlace();
      if (canDrop) tell("drop", under());
      tell("dragend", card);
      stop();
    },
    cancel: () => {
      tell("dragend", card);
      stop();
    },
  };
}
