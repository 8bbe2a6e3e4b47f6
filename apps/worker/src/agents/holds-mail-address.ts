/**
 * Whether a word without spaces has something, an `@`, something, a dot and something. The pattern that says so
 * (`\S+@\S+\.\S+`) tries each split of the word with each other; this looks at it once.
 */
export function holdsMailAddress(word: string): boolean {
  const at = word.indexOf("@", 1);
  if (at < 0) return false;
  const dot = word.indexOf(".", at + 2);
  return dot > 0 && dot < word.length - 1;
}
