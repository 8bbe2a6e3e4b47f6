/** The ways a board shows its tasks; the filter is the same in all. */
export const layouts = ["board", "list", "calendar"] as const;
export type Layout = (typeof layouts)[number];

/** The layout a word names, if it names one. */
export function readLayout(word: unknown): Layout | null {
  return layouts.find((layout) => layout === word) ?? null;
}
