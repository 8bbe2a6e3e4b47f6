import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { attachClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge";
import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/utils/combine";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { shownTaskIds } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { cardIdBelow } from "./card-id-below.ts";
import { readDragData } from "./drag-data.ts";

/**
 * The card a dragged one would stand above: by the cards' boxes inside the list; on the column's head the first one, on
 * its foot none, so that both ends of a long column are in reach wherever it is scrolled.
 */
function cardBelow(screen: BoardScreen, columnId: ColumnId, list: HTMLElement, y: number, draggedId: TaskId) {
  const { top, bottom } = list.getBoundingClientRect();
  if (y >= bottom) return null;
  if (y >= top) return cardIdBelow(list, y, draggedId);
  const ids = shownTaskIds(screen.view(), columnId, screen.store.get().query);
  const carried = screen.store.get().cardDrag?.taskIds ?? [draggedId];
  return ids.find((id) => !carried.includes(id)) ?? null;
}

/**
 * Lets a whole column, header and empty floor included, take cards and other columns. One target for each column: which
 * cards the pointer is between is read from their boxes. `list` is what scrolls; a collapsed column has none.
 */
export function acceptDrops(
  screen: BoardScreen,
  element: HTMLElement,
  list: HTMLElement | null,
  columnId: ColumnId,
): () => void {
  return combine(
    dropTargetForElements({
      element,
      canDrop: ({ source }) => readDragData(source.data) !== null,
      getData: ({ input, source, element: target }) => {
        const data = readDragData(source.data);
        if (data?.kind === "column") {
          return attachClosestEdge({ columnId }, { input, element: target, allowedEdges: ["left", "right"] });
        }
        const beforeId = data && list ? cardBelow(screen, columnId, list, input.clientY, data.taskId) : null;
        return { columnId, beforeId };
      },
    }),
    // Registered on what scrolls; the library serves the innermost scroller under the pointer first.
    list
      ? autoScrollForElements({
          element: list,
          canScroll: ({ source }) => readDragData(source.data)?.kind === "card",
          getAllowedAxis: () => "vertical",
        })
      : () => {},
  );
}
