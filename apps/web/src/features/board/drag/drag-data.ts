import type { ColumnId, TaskId } from "@kanban/domain/ids";

/** What a drag on this page carries. The library hands it back as an unknown record. */
export type DragData = { kind: "card"; taskId: TaskId } | { kind: "column"; columnId: ColumnId };

/** Reads what is being dragged; `null` for drags that are not ours. */
export function readDragData(data: Record<string | symbol, unknown>): DragData | null {
  if (data.kind === "card") return { kind: "card", taskId: data.taskId as TaskId };
  if (data.kind === "column") return { kind: "column", columnId: data.columnId as ColumnId };
  return null;
}

/** Where a card would land in the column it is over. */
export type CardDropData = { columnId: ColumnId; beforeId: TaskId | null; lane?: string };

/** Reads the place a column offers to a card. */
export function readCardDrop(data: Record<string | symbol, unknown>): CardDropData {
  return {
    columnId: data.columnId as ColumnId,
    beforeId: data.beforeId as TaskId | null,
    ...(typeof data.lane === "string" && { lane: data.lane }),
  };
}
