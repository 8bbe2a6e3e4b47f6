"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { Column } from "@kanban/domain/entities";
import type { Grouping } from "@kanban/domain/view-values";
import { CardList } from "../column/card-list.tsx";
import { useCanEdit } from "../state/screen.tsx";
import { viewStrings } from "../views/view.strings.ts";
import { acceptLaneDrops } from "./accept-lane-drops.ts";
import { laneColumnClass } from "./lane-column-class.ts";
import { LaneAdd } from "./lane-add.tsx";
import { useCellCards } from "./use-cell-cards.ts";

/** The tasks of one lane in one column. */
export function LaneCell({
  grouping,
  lane,
  laneName,
  column,
  scroller,
  isNear,
}: {
  grouping: Grouping;
  lane: string;
  laneName: string;
  column: Column;
  scroller: RefObject<HTMLDivElement | null>;
  isNear: boolean;
}) {
  const cell = useRef<HTMLDivElement>(null);
  const canEdit = useCanEdit();
  const { rows, listed, tabStop } = useCellCards(grouping, lane, column.id);
  useEffect(() => {
    if (cell.current && canEdit) return acceptLaneDrops(cell.current, lane, column.id);
    return undefined;
  }, [lane, column.id, canEdit]);
  return (
    <div
      ref={cell}
      data-column-id={column.id}
      data-lane={lane}
      className={`${laneColumnClass} group/cell min-h-11 rounded-m bg-sunken px-2 pt-2 pb-0.5 forced-colors:border`}
    >
      <CardList
        rows={rows}
        kind={column.kind}
        label={viewStrings.tasksOfLane(column.name, laneName)}
        listed={listed}
        tabStop={tabStop}
        scroller={scroller}
        isNear={isNear}
      />
      <LaneAdd column={column} lane={lane} laneName={laneName} />
    </div>
  );
}
