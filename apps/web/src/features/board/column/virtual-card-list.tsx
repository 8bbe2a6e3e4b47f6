"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useReducer } from "react";
import type { TaskId } from "@kanban/domain/ids";
import { TaskCard } from "../card/task-card.tsx";
import { useScreenPart } from "../state/screen.tsx";
import type { CardListProps } from "./card-list.tsx";
import type { CardRow } from "./card-rows.ts";
import { DropGap } from "./drop-gap.tsx";

/** A card of one line of title and one of marks; real heights are measured. */
const usualHeightPx = 62;
const gapPx = 6;
/** Enough that arrow keys and autoscroll find the next cards drawn. */
const overscan = 12;

function keyOf(row: CardRow | undefined): string {
  return row?.kind === "card" ? row.taskId : "gap";
}

/** The cards of a long column; only those near the visible part, the dragged one and Tab's one are drawn. */
export function VirtualCardList({ rows, kind, label, listed, tabStop, scroller }: CardListProps) {
  const asked = useScreenPart((state) => state.focusRequest);
  const dragged = useScreenPart((state) => state.cardDrag?.taskId ?? null);
  const indexOf = (taskId: TaskId | null) => rows.findIndex((row) => row.kind === "card" && row.taskId === taskId);
  const kept = [tabStop, dragged].map(indexOf).filter((index) => index >= 0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeightPx,
    getItemKey: (index) => keyOf(rows[index]),
    gap: gapPx,
    overscan,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...kept])].toSorted((a, b) => a - b),
  });
  // The scroller is an element above, so its ref is set only after this list has looked for it: look once more.
  const [, lookAgain] = useReducer((looks: number) => looks + 1, 0);
  useEffect(lookAgain, [lookAgain]);
  const askedIndex = asked ? indexOf(asked) : -1;
  useEffect(() => {
    if (askedIndex >= 0) virtual.scrollToIndex(askedIndex);
  }, [askedIndex, virtual]);
  return (
    <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        if (!row) return null;
        const placed = {
          ref: virtual.measureElement,
          "data-index": index,
          style: { transform: `translateY(${start}px)` },
        };
        if (row.kind === "gap")
          return <DropGap key={key} height={row.height} {...placed} className="absolute inset-x-0 top-0" />;
        return (
          <li
            key={key}
            {...placed}
            aria-posinset={row.place}
            aria-setsize={listed}
            className="absolute inset-x-0 top-0"
          >
            <div hidden={row.isHidden}>
              <TaskCard taskId={row.taskId} kind={kind} isTabStop={row.taskId === tabStop} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
