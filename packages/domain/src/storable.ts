/** A text as PostgreSQL can hold it, also within JSON: without NUL and without halves of characters. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
