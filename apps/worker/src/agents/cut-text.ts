/** At most `max` UTF-16 code units, and never half a surrogate pair, which could not be stored. */
export function cutText(text: string, max: number): string {
  const cut = text.slice(0, max);
  return cut.isWellFormed() || !text.isWellFormed() ? cut : cut.slice(0, -1);
}

/** As one line, with single spaces. */
export function oneLine(text: string, max: number): string {
  return cutText(text.replace(/\s+/g, " ").trim(), max).trim();
}
