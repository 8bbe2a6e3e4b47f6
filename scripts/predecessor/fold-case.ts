/**
 * A name without its case, so that two which any database takes for the same are the same here: `lower()` makes the
 * Turkish İ an i where JavaScript leaves a dot above it, and knows no letter of its own for the end of a Greek word.
 */
export function foldCase(name: string): string {
  return name.toLowerCase().replaceAll("i\u0307", "i").replaceAll("ς", "σ");
}
