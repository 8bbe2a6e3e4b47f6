/** Shorter words have too many neighbours, longer ones are no words. The same as search_near in the database. */
const shortest = 4;
const longest = 24;

/** A word, and the word with each of its letters left out: words that differ by one slip share one of these. */
export function nearWords(word: string): string[] {
  if (word.length < shortest || word.length > longest) return [];
  return [...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))])];
}

/** True when a slip of the hand lies between the two: a letter too much, too few, another one, or two swapped. */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  const others = new Set(nearWords(b));
  return nearWords(a).some((form) => others.has(form));
}
