"use client";

import { memo, type RefObject, useRef } from "react";
import { tasksInColumn } from "@kanban/domain/board-view";
import type { ColumnId } from "@kanban/domain/ids";
import { classNames } from "../../../components/ui/class-names.ts";
import { strings } from "../board.strings.ts";
import { useIsCollapsed } from "../state/collapsed-columns.ts";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";
import { CollapsedColumn } from "./collapsed-column.tsx";
import { ColumnBody } from "./column-body.tsx";
import { DropEdge } from "./drop-edge.tsx";
import { useIsNear } from "./use-is-near.ts";

const columnClass =
  "relative flex min-h-0 shrink-0 flex-col self-stretch rounded-l bg-sunken max-sm:snap-center forced-colors:border";

/** One column of the board. */
export const Column = memo(function Column({
  columnId,
  isInFirstPicture,
}: {
  columnId: ColumnId;
  isInFirstPicture: boolean;
}) {
  const section: RefObject<HTMLElement | null> = useRef(null);
  const column = useBoardPart((view) => view.columns[columnId]);
  const total = useBoardPart((view) => tasksInColumn(view, columnId).length);
  const isHolding = useScreenPart((state) => state.lift?.at.columnId === columnId);
  const isDragged = useScreenPart((state) => state.columnDrag?.columnId === columnId);
  const isCollapsed = useIsCollapsed(columnId) && !isHolding;
  const isNear = useIsNear(section, isInFirstPicture);
  if (!column) return null;
  const size =
    column.wipLimit === null ? strings.column.size(total) : strings.column.sizeOfLimit(total, column.wipLimit);
  return (
    <section
      ref={section}
      id={`column-${columnId}`}
      data-column-id={columnId}
      aria-label={strings.column.label(column.name, size)}
      className={classNames(
        columnClass,
        isCollapsed ? "w-11" : "w-[268px] max-sm:w-[calc(100vw-40px)]",
        isDragged && "opacity-40",
      )}
    >
      <DropEdge columnId={columnId} />
      {isCollapsed ? (
        <CollapsedColumn column={column} total={total} section={section} />
      ) : (
        <ColumnBody column={column} total={total} section={section} isNear={isNear} />
      )}
    </section>
  );
});
