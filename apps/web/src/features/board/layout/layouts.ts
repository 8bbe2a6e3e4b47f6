import { type Layout, layouts } from "@kanban/domain/view-values";

/** The layout a word names, if it names one. */
export function readLayout(word: unknown): Layout | null {
  return layouts.find((layout) => layout === word) ?? null;
}
