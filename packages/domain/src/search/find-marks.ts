import { foldWithOrigin } from "./fold-text.ts";
import { isNear } from "./near-words.ts";

/** From (included) to (not included), in UTF-16 units of the text as it is written. */
export type Mark = readonly [from: number, to: number];

/** Where the searched words begin words of a text, in order; with slips forgiven where `isFuzzy`. */
export function findMarks(text: string, words: readonly string[], { isFuzzy = false } = {}): Mark[] {
  const folded = foldWithOrigin(text);
  const marks: Mark[] = [];
  for (const found of folded.text.matchAll(/[\p{Alphabetic}0-9]+/gu)) {
    const [own] = found;
    const begun = longestStart(own, words);
    const length = begun > 0 ? begun : isFuzzy && words.some((word) => isNear(word, own)) ? own.length : 0;
    if (length === 0) continue;
    const from = folded.origin[found.index] ?? 0;
    const to = folded.origin[found.index + length] ?? text.length;
    // Half of a letter that folds into two marks the whole letter.
    marks.push([from, Math.max(to, from + 1)]);
  }
  return marks;
}

function longestStart(own: string, words: readonly string[]): number {
  return Math.max(0, ...words.filter((word) => own.startsWith(word)).map((word) => word.length));
}
