"use client";

import { type RefObject, useEffect } from "react";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { attachClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge";
import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/utils/combine";
import type { ColumnId } from "@kanban/domain/ids";
import { cardIdBelow } from "./card-id-below.ts";
import { readDragData } from "./drag-data.ts";

/**
 * Lets a whole column, header and empty floor included, take cards and other columns. One target for each column: which
 * cards the pointer is between is read from their boxes.
 */
export function useColumnDrop(
  column: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  columnId: ColumnId,
): void {
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    return combine(
      dropTargetForElements({
        element,
        canDrop: ({ source }) => readDragData(source.data) !== null,
        getData: ({ input, source, element: target }) => {
          const data = readDragData(source.data);
          if (data?.kind === "column") {
            return attachClosestEdge({ columnId }, { input, element: target, allowedEdges: ["left", "right"] });
          }
          return {
            columnId,
            beforeId: data && list.current ? cardIdBelow(list.current, input.clientY, data.taskId) : null,
          };
        },
      }),
      // Registered on what scrolls; the library serves the innermost scroller under the pointer first.
      list.current
        ? autoScrollForElements({
            element: list.current,
            canScroll: ({ source }) => readDragData(source.data)?.kind === "card",
            getAllowedAxis: () => "vertical",
          })
        : () => {},
    );
  }, [column, list, columnId]);
}
