import type { TaskId } from "@kanban/domain/ids";

/**
 * The one card of a column that Tab goes to: the one held there, else the last that had the focus, else the first. One
 * that is held in another column is not among them.
 */
export function laneTabStop(
  cells: readonly (readonly TaskId[])[],
  {
    heldHere,
    heldAway,
    lastFocused,
  }: { heldHere: TaskId | null; heldAway: TaskId | null; lastFocused?: TaskId | undefined },
): TaskId | null {
  if (heldHere) return heldHere;
  const isThere = (taskId: TaskId) => taskId !== heldAway;
  if (lastFocused && isThere(lastFocused) && cells.some((ids) => ids.includes(lastFocused))) return lastFocused;
  for (const ids of cells) {
    const first = ids.find(isThere);
    if (first) return first;
  }
  return null;
}
