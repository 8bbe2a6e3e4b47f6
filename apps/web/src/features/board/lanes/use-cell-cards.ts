"use client";

import { useMemo } from "react";
import type { ColumnId } from "@kanban/domain/ids";
import type { Grouping } from "@kanban/domain/view-values";
import { rowsOf, withLifted } from "../column/card-rows.ts";
import { isSameList } from "../state/is-same-list.ts";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";
import { boardLanes } from "./board-lanes.ts";
import { laneTabStop } from "./lane-tab-stop.ts";

/** What a cell draws: its cards with what hands do to them. Tab goes to one card of a column, not of every lane of it. */
export function useCellCards(grouping: Grouping, lane: string, columnId: ColumnId) {
  const query = useScreenPart((state) => state.query);
  const shownIds = useBoardPart((view) => boardLanes(view, query, grouping).cell(lane, columnId), isSameList);
  // Only the cells that a hand concerns are drawn again while it goes over the board.
  const lift = useScreenPart(({ lift: held }) => {
    const isAt = held?.at.columnId === columnId && held.at.lane === lane;
    return held && (isAt || shownIds.includes(held.taskId)) ? held : null;
  });
  const drag = useScreenPart(({ cardDrag }) => {
    if (!cardDrag) return null;
    const isOver = cardDrag.over?.columnId === columnId && cardDrag.over.lane === lane;
    const isFrom = cardDrag.fromColumnId === columnId && cardDrag.fromLane === lane;
    return isOver || isFrom || cardDrag.taskIds.some((id) => shownIds.includes(id)) ? cardDrag : null;
  });
  const taskIds = useMemo(() => withLifted(shownIds, columnId, lift, lane), [shownIds, columnId, lift, lane]);
  const rows = useMemo(() => rowsOf(taskIds, columnId, drag, lane), [taskIds, columnId, drag, lane]);
  const lastFocused = useScreenPart((state) => state.tabStops[columnId]);
  const heldHere = useScreenPart(({ lift: held }) => (held?.at.columnId === columnId ? held.taskId : null));
  const heldAway = useScreenPart(({ lift: held }) => (held && held.at.columnId !== columnId ? held.taskId : null));
  const stop = useBoardPart((view) => {
    const { shown, cell } = boardLanes(view, query, grouping);
    const cells = shown.map((one) => cell(one, columnId));
    return laneTabStop(cells, { heldHere, heldAway, lastFocused });
  });
  return { rows, listed: taskIds.length, tabStop: stop && taskIds.includes(stop) ? stop : null };
}
