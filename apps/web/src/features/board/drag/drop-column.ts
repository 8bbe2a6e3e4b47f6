import { orderedColumns } from "@kanban/domain/board-view";
import type { ColumnId } from "@kanban/domain/ids";
import { moveColumn } from "../column/move-column.ts";
import type { BoardScreen } from "../state/screen.tsx";
import type { ColumnDrag } from "../state/screen-state.ts";

/** Moves a dragged column beside the one it was dropped on. */
export function dropColumn(screen: BoardScreen, columnId: ColumnId, over: ColumnDrag["over"]): void {
  if (!over || over.columnId === columnId) return;
  const others = orderedColumns(screen.view()).filter((column) => column.id !== columnId);
  const target = others.findIndex((column) => column.id === over.columnId);
  moveColumn(screen, columnId, target + (over.edge === "right" ? 1 : 0));
}
