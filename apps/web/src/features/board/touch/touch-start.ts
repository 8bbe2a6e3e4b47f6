/** A finger that wavers less than this holds still. */
const slopPx = 8;

/** What the first moves of a finger on a card are: still a press, a pull sideways, or the browser's scrolling. */
export type TouchStart = "press" | "swipe" | "scroll";

/**
 * Tells a pull from scrolling, once and for all: the answer at the moment the slop is left counts for the whole touch.
 * Up and down wins unless sideways is clearly more.
 */
export function readTouchStart(dx: number, dy: number, canSwipe: boolean): TouchStart {
  if (Math.hypot(dx, dy) <= slopPx) return "press";
  return canSwipe && Math.abs(dx) > Math.abs(dy) * 1.4 ? "swipe" : "scroll";
}
