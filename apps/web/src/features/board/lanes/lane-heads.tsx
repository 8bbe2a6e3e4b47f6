"use client";

import { type RefObject, useRef } from "react";
import { tasksInColumn } from "@kanban/domain/board-view";
import type { Column } from "@kanban/domain/entities";
import { strings } from "../board.strings.ts";
import { ColumnHeader } from "../column/column-header.tsx";
import { useColumnDrop } from "../column/use-column-drop.ts";
import { TopComposer } from "../quick-add/top-composer.tsx";
import { shownTaskIds } from "../state/board-order.ts";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";
import { laneColumnClass } from "./lane-column-class.ts";

/** The heads of the columns, once above all lanes, and above a lifted card; one dropped on a head keeps its lane. */
export function LaneHeads({ columns }: { columns: readonly Column[] }) {
  return (
    <div className="sticky top-0 z-20 flex gap-3 bg-canvas pb-2">
      {columns.map((column) => (
        <LaneHead key={column.id} column={column} />
      ))}
    </div>
  );
}

function LaneHead({ column }: { column: Column }) {
  const section: RefObject<HTMLElement | null> = useRef(null);
  const noList = useRef<HTMLElement>(null);
  const query = useScreenPart((state) => state.query);
  const total = useBoardPart((view) => tasksInColumn(view, column.id).length);
  const shown = useBoardPart((view) => (query === "" ? total : shownTaskIds(view, column.id, query).length));
  useColumnDrop(section, noList, column.id);
  const size =
    column.wipLimit === null ? strings.column.size(total) : strings.column.sizeOfLimit(total, column.wipLimit);
  return (
    <section
      ref={section}
      id={`column-${column.id}`}
      data-column-id={column.id}
      aria-label={strings.column.label(column.name, size)}
      className={`${laneColumnClass} rounded-l bg-sunken [&>header]:rounded-l [&>header]:pb-2 forced-colors:border`}
    >
      <ColumnHeader column={column} shown={shown} total={total} />
      <div className="px-2 pb-0.5 empty:hidden">
        <TopComposer column={column} />
      </div>
    </section>
  );
}
