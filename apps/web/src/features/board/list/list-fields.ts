/** What the list can show of a task, from left to right. The title always stands. */
export const listFields = [
  "title",
  "column",
  "due",
  "project",
  "tags",
  "contexts",
  "assignees",
  "priority",
  "age",
  "estimate",
] as const;
export type ListField = (typeof listFields)[number];

export type ListSort = { field: ListField; isDown: boolean } | null;

/** Reads `due` or `-due`, as an address carries it. */
export function readSort(text: string | null): ListSort {
  const name = text?.replace(/^-/u, "");
  const field = listFields.find((candidate) => candidate === name);
  return field ? { field, isDown: text?.startsWith("-") ?? false } : null;
}

/** The next order when a head is pressed: up, down, and back to the board's own. */
export function nextSort(sort: ListSort, field: ListField): ListSort {
  if (sort?.field !== field) return { field, isDown: false };
  return sort.isDown ? null : { field, isDown: true };
}

/** How an address says an order. */
export function formatSort(sort: ListSort): string | null {
  return sort && `${sort.isDown ? "-" : ""}${sort.field}`;
}
