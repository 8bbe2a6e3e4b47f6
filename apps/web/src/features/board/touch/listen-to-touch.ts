import type { BoardScreen } from "../state/screen.tsx";
import { type Carry, carryCard } from "./carry-card.ts";
import { keepColumnOnRotation } from "./keep-column.ts";
import { type Swipe, swipeCard } from "./swipe-card.ts";
import { readTouchStart } from "./touch-start.ts";

/** How long a finger rests on a card before it lifts it. */
const liftMs = 250;
/** Where one column fills the screen; beside it, sideways belongs to scrolling. */
const onePerScreen = "(max-width: 39.99rem)";

type Hand =
  | { kind: "press"; card: HTMLElement; x: number; y: number; at: number; timer: ReturnType<typeof setTimeout> }
  | { kind: "swipe"; startX: number; lastX: number; swipe: Swipe }
  | { kind: "carry"; carry: Carry };

/**
 * What fingers do to the cards of a board: rest to lift and carry, pull sideways to finish or archive. Listens once for
 * the whole board; up and down is never touched, and what is decided within the first moves holds for the touch.
 */
export function listenToTouch(board: HTMLElement, screen: BoardScreen): () => void {
  let hand: Hand | null = null;
  const letGo = () => {
    if (hand?.kind === "press") clearTimeout(hand.timer);
    if (hand?.kind === "swipe") hand.swipe.cancel();
    if (hand?.kind === "carry") hand.carry.cancel();
    hand = null;
  };
  const lift = () => {
    if (hand?.kind !== "press") return;
    const carry = carryCard(board, hand.card, hand.x, hand.y);
    if (carry) navigator.vibrate?.(12);
    hand = carry && { kind: "carry", carry };
  };
  const start = (event: TouchEvent) => {
    const isSecond = event.touches.length > 1;
    letGo();
    const target = event.target as Element;
    const card = target.closest<HTMLElement>("[data-task-id]");
    const touch = event.touches[0];
    if (isSecond || !card || !touch || target.closest("button, input, textarea, [contenteditable]")) return;
    const [x, y] = [touch.clientX, touch.clientY];
    hand = { kind: "press", card, x, y, at: performance.now(), timer: setTimeout(lift, liftMs) };
  };
  const move = (event: TouchEvent) => {
    const touch = event.touches[0];
    if (!hand || !touch) return;
    if (hand.kind === "press") {
      const { card, x, y, at, timer } = hand;
      const way = readTouchStart(touch.clientX - x, touch.clientY - y, matchMedia(onePerScreen).matches);
      if (way === "press") return;
      clearTimeout(timer);
      hand =
        way === "scroll" || !event.cancelable
          ? null
          : { kind: "swipe", startX: x, lastX: touch.clientX, swipe: swipeCard(screen, board, card, at) };
    }
    if (!hand) return;
    // From here on the finger is ours: the browser must not scroll with it.
    event.preventDefault();
    if (hand.kind === "carry") hand.carry.move(touch.clientX, touch.clientY);
    if (hand.kind === "swipe") {
      hand.lastX = touch.clientX;
      hand.swipe.move(hand.lastX - hand.startX);
    }
  };
  const end = (event: TouchEvent) => {
    const ended = hand;
    hand = null;
    if (ended?.kind === "press") clearTimeout(ended.timer);
    if (!ended || ended.kind === "press") return;
    // No click follows a pull or a drop.
    if (event.cancelable) event.preventDefault();
    if (ended.kind === "swipe") ended.swipe.end(ended.lastX - ended.startX);
    else ended.carry.drop();
  };
  // The browser's own long press: its menu, and its later drag.
  const refuse = (event: Event) => {
    if (!hand || !event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const keys = (event: KeyboardEvent) => event.key === "Escape" && letGo();
  board.addEventListener("touchstart", start, { passive: true });
  board.addEventListener("touchmove", move, { passive: false });
  board.addEventListener("touchend", end);
  board.addEventListener("touchcancel", letGo);
  board.addEventListener("contextmenu", refuse, { capture: true });
  board.addEventListener("dragstart", refuse, { capture: true });
  window.addEventListener("keydown", keys, { capture: true });
  const forgetColumn = keepColumnOnRotation(board);
  return () => {
    letGo();
    forgetColumn();
    board.removeEventListener("touchstart", start);
    board.removeEventListener("touchmove", move);
    board.removeEventListener("touchend", end);
    board.removeEventListener("touchcancel", letGo);
    board.removeEventListener("contextmenu", refuse, { capture: true });
    board.removeEventListener("dragstart", refuse, { capture: true });
    window.removeEventListener("keydown", keys, { capture: true });
  };
}
