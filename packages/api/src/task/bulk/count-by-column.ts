import type { ColumnId } from "@kanban/domain/ids";

/** How many of the tasks stand in each column. */
export function countByColumn(tasks: readonly { columnId: ColumnId }[]): Map<ColumnId, number> {
  const counts = new Map<ColumnId, number>();
  for (const { columnId } of tasks) counts.set(columnId, (counts.get(columnId) ?? 0) + 1);
  return counts;
}
