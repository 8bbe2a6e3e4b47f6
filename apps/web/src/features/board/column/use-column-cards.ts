"use client";

import { useMemo } from "react";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { shownTaskIds } from "../state/board-order.ts";
import { isSameList } from "../state/is-same-list.ts";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";
import { type CardRow, rowsOf, withLifted } from "./card-rows.ts";

export type ColumnCards = {
  rows: readonly CardRow[];
  /** Tasks of the column the filter leaves. */
  shown: number;
  /** Cards listed now: one more or less than `shown` while a lifted card is held elsewhere. */
  listed: number;
  tabStop: TaskId | null;
};

/** What a column draws: its shown tasks with what hands are doing to them, and the card Tab goes to. */
export function useColumnCards(columnId: ColumnId): ColumnCards {
  const query = useScreenPart((state) => state.query);
  const shownIds = useBoardPart((view) => shownTaskIds(view, columnId, query), isSameList);
  const lift = useScreenPart(({ lift: held }) =>
    held?.at.columnId === columnId || held?.from.columnId === columnId ? held : null,
  );
  // Only the columns a drag concerns are drawn again while it goes over the board.
  const drag = useScreenPart(({ cardDrag }) =>
    cardDrag && (cardDrag.over?.columnId === columnId || cardDrag.fromColumnIds.includes(columnId)) ? cardDrag : null,
  );
  const lastFocused = useScreenPart((state) => state.tabStops[columnId]);
  const taskIds = useMemo(() => withLifted(shownIds, columnId, lift), [shownIds, columnId, lift]);
  const rows = useMemo(() => rowsOf(taskIds, columnId, drag), [taskIds, columnId, drag]);
  const tabStop = lastFocused && taskIds.includes(lastFocused) ? lastFocused : (taskIds[0] ?? null);
  return { rows, shown: shownIds.length, listed: taskIds.length, tabStop };
}
