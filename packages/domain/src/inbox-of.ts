import type { Column } from "./entities.ts";

/** The column captures go into: the first of its kind, from left to right. */
export function inboxOf(ordered: readonly Column[]): Column | null {
  return ordered.find(({ kind }) => kind === "inbox") ?? null;
}
