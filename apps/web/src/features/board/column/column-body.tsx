"use client";

import { type RefObject, useRef } from "react";
import type { Column } from "@kanban/domain/entities";
import { strings } from "../board.strings.ts";
import { BottomComposer } from "../quick-add/bottom-composer.tsx";
import { TopComposer } from "../quick-add/top-composer.tsx";
import { CardList } from "./card-list.tsx";
import { ColumnHeader } from "./column-header.tsx";
import { EmptyColumn } from "./empty-column.tsx";
import { useColumnCards } from "./use-column-cards.ts";
import { useColumnDrop } from "./use-column-drop.ts";

/** An expanded column: head, composers and the cards between them. */
export function ColumnBody({
  column,
  total,
  section,
  isNear,
}: {
  column: Column;
  total: number;
  section: RefObject<HTMLElement | null>;
  isNear: boolean;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, shown, listed, tabStop } = useColumnCards(column.id);
  useColumnDrop(section, scroller, column.id);
  return (
    <>
      <ColumnHeader column={column} shown={shown} total={total} />
      <div ref={scroller} className="relative min-h-0 overflow-y-auto overscroll-y-contain px-2 pt-0.5 pb-2">
        <TopComposer column={column} />
        {rows.length === 0 && <EmptyColumn kind={column.kind} isFiltered={total > 0} />}
        <CardList
          rows={rows}
          kind={column.kind}
          label={strings.column.tasksOf(column.name)}
          listed={listed}
          tabStop={tabStop}
          scroller={scroller}
          isNear={isNear}
        />
      </div>
      <BottomComposer column={column} scroller={scroller} />
    </>
  );
}
