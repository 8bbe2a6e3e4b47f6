import { fold } from "../agents/fold.ts";

/** How alike two titles are letter by letter, from 0 to 1: the share of three-letter pieces they have in common. */
export function titleLikeness(a: string, b: string): number {
  const [some, others] = [trigramsOf(a), trigramsOf(b)];
  let common = 0;
  for (const piece of some) if (others.has(piece)) common += 1;
  return some.size + others.size === 0 ? 0 : (2 * common) / (some.size + others.size);
}

/** Whether two titles name the same numbers: invoice 12 is not invoice 13. */
export function haveSameNumbers(a: string, b: string): boolean {
  const numbersOf = (title: string) => (title.match(/\p{N}+/gu) ?? []).toSorted().join(" ");
  return numbersOf(a) === numbersOf(b);
}

function trigramsOf(title: string): Set<string> {
  const pieces = new Set<string>();
  for (const [word] of fold(title).matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const letters = Array.from(`  ${word} `);
    for (let at = 0; at + 3 <= letters.length; at++) pieces.add(letters.slice(at, at + 3).join(""));
  }
  return pieces;
}
