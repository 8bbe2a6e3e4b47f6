"use client";

import { useMemo } from "react";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { Grouping } from "@kanban/domain/view-values";
import type { CardRow } from "../column/card-rows.ts";
import { isSameList } from "../state/is-same-list.ts";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";
import { boardLanes } from "./board-lanes.ts";

/** What a cell draws: its cards, and the gap where a dragged one would land. */
export function useCellCards(grouping: Grouping, lane: string, columnId: ColumnId) {
  const query = useScreenPart((state) => state.query);
  const taskIds = useBoardPart((view) => boardLanes(view, query, grouping).cell(lane, columnId), isSameList);
  const over = useScreenPart(({ cardDrag }) =>
    cardDrag?.over?.columnId === columnId && cardDrag.over.lane === lane ? cardDrag : null,
  );
  const carried = useScreenPart(({ cardDrag }) => (cardDrag?.over ? cardDrag.taskIds : null));
  const lastFocused = useScreenPart((state) => state.tabStops[columnId]);
  const rows = useMemo(() => {
    const cards = taskIds.map<CardRow>((taskId, index) => {
      return { kind: "card", taskId, place: index + 1, isHidden: carried?.includes(taskId) ?? false };
    });
    if (!over?.over) return cards;
    const below = taskIds.indexOf(over.over.beforeId as TaskId);
    return cards.toSpliced(below < 0 ? cards.length : below, 0, { kind: "gap", height: over.height });
  }, [taskIds, carried, over]);
  const tabStop = lastFocused && taskIds.includes(lastFocused) ? lastFocused : (taskIds[0] ?? null);
  return { rows, listed: taskIds.length, tabStop };
}
