import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import type { ColumnId } from "@kanban/domain/ids";
import { cardIdBelow } from "../drag/card-id-below.ts";
import { readDragData } from "../drag/drag-data.ts";

/** Lets a cell take cards; between which ones is read from their boxes. */
export function acceptLaneDrops(element: HTMLElement, lane: string, columnId: ColumnId): () => void {
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => readDragData(source.data)?.kind === "card",
    getData: ({ input, source }) => {
      const data = readDragData(source.data);
      const beforeId = data?.kind === "card" ? cardIdBelow(element, input.clientY, data.taskId) : null;
      return { columnId, beforeId, lane };
    },
  });
}
