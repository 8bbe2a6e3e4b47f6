"use client";

import { useEffect, useState } from "react";
import { orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { ColumnId } from "@kanban/domain/ids";
import { classNames } from "../../../components/ui/class-names.ts";
import { strings } from "../board.strings.ts";
import { shownTaskIds } from "../state/board-order.ts";
import { isSameList } from "../state/is-same-list.ts";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";

/** The columns as pills above a phone's board: shows which one is in view and goes to any other. */
export function ColumnSwitcher() {
  const columnIds = useBoardPart((view) => orderedColumns(view).map(({ id }) => id), isSameList);
  const [current, setCurrent] = useState<string | undefined>(columnIds[0]);
  useEffect(() => {
    const board = document.getElementById("board-columns");
    if (!board) return;
    const seen = new IntersectionObserver(
      (entries) => {
        const shown = entries.find((entry) => entry.isIntersecting);
        if (shown) setCurrent((shown.target as HTMLElement).dataset["columnId"]);
      },
      { root: board, threshold: 0.6 },
    );
    for (const columnId of columnIds) {
      const column = document.getElementById(`column-${columnId}`);
      if (column) seen.observe(column);
    }
    return () => seen.disconnect();
  }, [columnIds]);
  return (
    <nav
      aria-label={strings.board.switcher}
      className="hidden shrink-0 gap-1 overflow-x-auto px-4 pb-2.5 [scrollbar-width:none] max-sm:flex"
    >
      {columnIds.map((columnId) => (
        <SwitcherPill key={columnId} columnId={columnId} isCurrent={columnId === current} />
      ))}
    </nav>
  );
}

function SwitcherPill({ columnId, isCurrent }: { columnId: ColumnId; isCurrent: boolean }) {
  const name = useBoardPart((view) => view.columns[columnId]?.name ?? "");
  const limit = useBoardPart((view) => view.columns[columnId]?.wipLimit ?? null);
  const tasks = useBoardPart((view) => tasksInColumn(view, columnId).length);
  const query = useScreenPart((state) => state.query);
  const shown = useBoardPart((view) => (query === "" ? tasks : shownTaskIds(view, columnId, query).length));
  const isFull = limit !== null && tasks >= limit;
  const count = limit === null ? String(tasks) : `${tasks}/${limit}`;
  const handleClick = () =>
    document
      .getElementById(`column-${columnId}`)
      ?.scrollIntoView({ inline: "center", block: "nearest", behavior: "smooth" });
  return (
    <button
      type="button"
      aria-current={isCurrent || undefined}
      onClick={handleClick}
      className={classNames(
        "flex min-h-8 shrink-0 items-center gap-1 rounded-full px-3 text-sm font-medium touch:min-h-11",
        isCurrent ? "bg-ink text-canvas" : "text-ink-2",
        isFull && !isCurrent && "text-warn",
      )}
    >
      {name} <span className="tabular-nums">{query === "" ? count : strings.column.shownOf(shown, tasks)}</span>
    </button>
  );
}
