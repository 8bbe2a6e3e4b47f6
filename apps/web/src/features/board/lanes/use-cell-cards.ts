"use client";

import { useMemo } from "react";
import type { ColumnId } from "@kanban/domain/ids";
import type { Grouping } from "@kanban/domain/view-values";
import { rowsOf } from "../column/card-rows.ts";
import { isSameList } from "../state/is-same-list.ts";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";
import { boardLanes } from "./board-lanes.ts";

/** What a cell draws: its cards with what hands do to them. Tab goes to one card of a column, not of every lane of it. */
export function useCellCards(grouping: Grouping, lane: string, columnId: ColumnId) {
  const query = useScreenPart((state) => state.query);
  const taskIds = useBoardPart((view) => boardLanes(view, query, grouping).cell(lane, columnId), isSameList);
  // Only the cells a drag concerns are drawn again while it goes over the board.
  const drag = useScreenPart(({ cardDrag }) => {
    if (!cardDrag) return null;
    const isOver = cardDrag.over?.columnId === columnId && cardDrag.over.lane === lane;
    const isFrom = cardDrag.fromColumnId === columnId && cardDrag.fromLane === lane;
    return isOver || isFrom || cardDrag.taskIds.some((id) => taskIds.includes(id)) ? cardDrag : null;
  });
  const rows = useMemo(() => rowsOf(taskIds, columnId, drag, lane), [taskIds, columnId, drag, lane]);
  const lastFocused = useScreenPart((state) => state.tabStops[columnId]);
  const stop = useBoardPart((view) => {
    const { shown, cell } = boardLanes(view, query, grouping);
    const cells = shown.map((one) => cell(one, columnId));
    if (lastFocused && cells.some((ids) => ids.includes(lastFocused))) return lastFocused;
    return cells.find((ids) => ids.length > 0)?.[0] ?? null;
  });
  return { rows, listed: taskIds.length, tabStop: stop && taskIds.includes(stop) ? stop : null };
}
