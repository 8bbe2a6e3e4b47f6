import { draggable } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import type { ColumnId } from "@kanban/domain/ids";
import type { BoardScreen } from "../state/screen.tsx";
import type { DragData } from "./drag-data.ts";
import { drawPreview } from "./drag-preview.ts";

/** Makes a column draggable by its header. */
export function makeColumnDraggable(screen: BoardScreen, element: HTMLElement, columnId: ColumnId): () => void {
  return draggable({
    element,
    // A name being edited is text to select, not a handle.
    canDrag: () => element.querySelector("input") === null,
    getInitialData: () => ({ kind: "column", columnId }) satisfies DragData,
    onGenerateDragPreview: (args) => drawPreview(element, args),
    onDragStart: () => screen.store.set({ lift: null, columnDrag: { columnId, over: null } }),
  });
}
