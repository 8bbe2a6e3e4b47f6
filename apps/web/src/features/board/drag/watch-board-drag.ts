import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge";
import {
  type ElementEventBasePayload,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/utils/combine";
import type { ColumnId } from "@kanban/domain/ids";
import type { BoardScreen } from "../state/screen.tsx";
import { isCarriedByFinger } from "../touch/is-carried.ts";
import type { ColumnDrag } from "../state/screen-state.ts";
import { type DragData, readCardDrop, readDragData } from "./drag-data.ts";
import { dropCards } from "./drop-cards.ts";
import { dropColumn } from "./drop-column.ts";

function columnUnder({ location }: ElementEventBasePayload): ColumnDrag["over"] {
  const target = location.current.dropTargets[0];
  const edge = target && extractClosestEdge(target.data);
  if (!target || (edge !== "left" && edge !== "right")) return null;
  return { columnId: target.data.columnId as ColumnId, edge };
}

function cardPlaceUnder({ location }: ElementEventBasePayload) {
  const target = location.current.dropTargets[0];
  return target ? readCardDrop(target.data) : null;
}

function follow(screen: BoardScreen, data: DragData, event: ElementEventBasePayload): void {
  if (data.kind === "column") {
    screen.store.set({ columnDrag: { columnId: data.columnId, over: columnUnder(event) } });
    return;
  }
  const { cardDrag } = screen.store.get();
  if (!cardDrag) return;
  const over = cardPlaceUnder(event);
  if (
    cardDrag.over?.columnId === over?.columnId &&
    cardDrag.over?.beforeId === over?.beforeId &&
    cardDrag.over?.lane === over?.lane
  )
    return;
  screen.store.set({ cardDrag: { ...cardDrag, over } });
}

/** Watches every drag of a card or a column, shows where it would land, and moves it when it is dropped. */
export function watchBoardDrag(
  screen: BoardScreen,
  element: HTMLElement,
  axis: "horizontal" | "all" = "horizontal",
): () => void {
  return combine(
    autoScrollForElements({
      element,
      // Under a finger the page turns at the edge instead.
      canScroll: () => axis === "all" || !isCarriedByFinger(),
      getAllowedAxis: () => (isCarriedByFinger() ? "vertical" : axis),
      getConfiguration: () => ({ maxScrollSpeed: "fast" }),
    }),
    monitorForElements({
      onDrag: (event) => {
        const data = readDragData(event.source.data);
        if (data) follow(screen, data, event);
      },
      onDrop: (event) => {
        const data = readDragData(event.source.data);
        const carried = screen.store.get().cardDrag?.taskIds ?? [];
        screen.store.set({ cardDrag: null, columnDrag: null });
        // Nothing under it: dropped outside, or Esc. It stays where it was.
        if (data?.kind === "card") dropCards(screen, carried, cardPlaceUnder(event));
        if (data?.kind === "column") dropColumn(screen, data.columnId, columnUnder(event));
      },
    }),
  );
}
