/** How near the screen's edge a carried card turns the page. */
const edgePx = 36;

/** The way a card carried to `x` turns the page: -1 left, 1 right, 0 not at all. */
export function edgePage(x: number, screenWidth: number): -1 | 0 | 1 {
  if (x < edgePx) return -1;
  return x > screenWidth - edgePx ? 1 : 0;
}
