"use client";

import { type RefObject, useRef } from "react";
import type { Column } from "@kanban/domain/entities";
import { classNames } from "../../../components/ui/class-names.ts";
import { strings } from "../board.strings.ts";
import { setColumnCollapsed } from "../state/collapsed-columns.ts";
import { useScreenPart } from "../state/screen.tsx";
import { ColumnIcon } from "./column-icon.tsx";
import { useColumnDrop } from "./use-column-drop.ts";

/** A column as a narrow strip that still takes cards: they land at its end. */
export function CollapsedColumn({
  column,
  total,
  section,
}: {
  column: Column;
  total: number;
  section: RefObject<HTMLElement | null>;
}) {
  const list = useRef<HTMLElement>(null);
  const isOver = useScreenPart((state) => state.cardDrag?.over?.columnId === column.id);
  useColumnDrop(section, list, column.id);
  return (
    <button
      type="button"
      aria-label={strings.column.expand(column.name)}
      title={strings.column.expand(column.name)}
      onClick={() => setColumnCollapsed(column.id, false)}
      className={classNames(
        "flex h-full flex-col items-center gap-2 rounded-l py-3 text-sm font-bold hover:bg-[color-mix(in_oklab,var(--ink)_5%,transparent)]",
        isOver && "bg-accent-soft outline-1 outline-dashed outline-accent",
      )}
    >
      <ColumnIcon kind={column.kind} />
      <span className="text-xs font-medium text-ink-3">{total}</span>
      <span className="max-h-60 truncate [writing-mode:vertical-rl]">{column.name}</span>
    </button>
  );
}
