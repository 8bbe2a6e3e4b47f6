export type CardBox = { top: number; height: number };

/**
 * The index a card dropped at `pointerY` gets among `cards` (their boxes on the screen, top to bottom, without the
 * dragged one). The open gap pushes the cards below it down, which makes the answer stay while the pointer wavers.
 */
export function dropIndex(cards: readonly CardBox[], pointerY: number): number {
  const below = cards.findIndex(({ top, height }) => pointerY < top + height / 2);
  return below < 0 ? cards.length : below;
}
