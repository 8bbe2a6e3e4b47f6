"use client";

import { type RefObject, useMemo, useRef } from "react";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { TaskId } from "@kanban/domain/ids";
import { TaskCard } from "../card/task-card.tsx";
import { useScreenPart } from "../state/screen.tsx";
import type { CardRow } from "./card-rows.ts";
import { DropGap } from "./drop-gap.tsx";
import { useRowWindow } from "./use-row-window.ts";

export type CardListProps = {
  rows: readonly CardRow[];
  kind: ColumnKind;
  label: string;
  listed: number;
  tabStop: TaskId | null;
  scroller: RefObject<HTMLDivElement | null>;
  /** False for a column beside the screen. */
  isNear: boolean;
};

function keyOf(row: CardRow): string {
  return row.kind === "card" ? row.taskId : "gap";
}

/**
 * The cards of a column; only those near the visible part are drawn, and wherever they are: the dragged one (a browser
 * ends a drag whose source leaves the page), Tab's one, and one the focus is asked for.
 */
export function CardList({ rows, kind, label, listed, tabStop, scroller, isNear }: CardListProps) {
  const list = useRef<HTMLUListElement>(null);
  const asked = useScreenPart((state) => state.focusRequest);
  const dragged = useScreenPart((state) => state.cardDrag?.taskId ?? null);
  const keys = useMemo(() => rows.map(keyOf), [rows]);
  const kept = [tabStop, dragged, asked].flatMap((taskId) => {
    const index = taskId ? keys.indexOf(taskId) : -1;
    return index < 0 ? [] : [index];
  });
  const { segments, measure } = useRowWindow({ keys, scroller, list, isNear, kept });
  return (
    <ul ref={list} aria-label={label} className="relative">
      {segments.map((segment) => {
        if (segment.kind === "room") {
          return <li key={`room-${keys[segment.index]}`} aria-hidden style={{ height: segment.height }} />;
        }
        const row = rows[segment.index];
        if (!row) return null;
        if (row.kind === "gap") return <DropGap key="gap" height={row.height} />;
        return (
          <li
            key={row.taskId}
            ref={measure}
            data-row={row.taskId}
            aria-posinset={row.place}
            aria-setsize={listed}
            hidden={row.isHidden}
            className="pb-(--card-gap)"
          >
            <TaskCard taskId={row.taskId} kind={kind} isTabStop={row.taskId === tabStop} />
          </li>
        );
      })}
    </ul>
  );
}
