/** What a finger that went sideways over a card meant. */
export type SwipeVerdict = "finish" | "archive" | "next-column" | "previous-column" | "nothing";

/** A finger that is this quick turns the page, as it does beside the cards; one that pulls slower moves the card. */
const flickMs = 200;
const flickPx = 24;
/** How far a card is pulled before letting go does something, and that on a narrow one too. */
const armedPx = 112;
const armedShare = 0.35;

/**
 * Judges a sideways gesture by its way and its time. `dx` is positive to the right. A flick never changes a task: it
 * goes to the neighbouring column, so that the board can be paged from anywhere.
 */
export function judgeSwipe({ dx, elapsedMs, width }: { dx: number; elapsedMs: number; width: number }): SwipeVerdict {
  const way = Math.abs(dx);
  if (elapsedMs < flickMs) {
    if (way < flickPx) return "nothing";
    return dx < 0 ? "next-column" : "previous-column";
  }
  if (way < Math.min(armedPx, width * armedShare)) return "nothing";
  return dx > 0 ? "finish" : "archive";
}
