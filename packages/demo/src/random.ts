import { uuidV7 } from "@kanban/domain/uuid-v7";

export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** An id whose time part is `atMs`. */
  id<Id extends string>(atMs: number): Id;
};

/** FNV-1a, 32 bits (Fowler, Noll, Vo): a seed from words. */
function hash(words: string): number {
  let value = 0x811c9dc5;
  for (const character of words) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** The same words give the same numbers for ever. Generator: mulberry32 (Tommy Ettinger). */
export function randomFrom(seed: string): Random {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error("Nothing to pick from");
      return item;
    },
    id: <Id extends string>(atMs: number) =>
      uuidV7(
        atMs,
        Uint8Array.from({ length: 10 }, () => between(0, 255)),
      ) as Id,
  };
}
