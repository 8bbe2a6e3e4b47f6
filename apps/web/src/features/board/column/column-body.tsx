"use client";

import { type RefObject, useRef } from "react";
import type { Column } from "@kanban/domain/entities";
import { strings } from "../board.strings.ts";
import { useColumnDrop } from "../drag/use-column-drop.ts";
import { BottomComposer } from "../quick-add/bottom-composer.tsx";
import { TopComposer } from "../quick-add/top-composer.tsx";
import { CardList } from "./card-list.tsx";
import { ColumnHeader } from "./column-header.tsx";
import { EmptyColumn } from "./empty-column.tsx";
import { useColumnCards } from "./use-column-cards.ts";
import { VirtualCardList } from "./virtual-card-list.tsx";

/** From this many cards on, only those near the visible part are drawn. */
const virtualFrom = 60;

/** An expanded column: head, composers and the cards between them. */
export function ColumnBody({
  column,
  total,
  section,
}: {
  column: Column;
  total: number;
  section: RefObject<HTMLElement | null>;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, shown, listed, tabStop } = useColumnCards(column.id);
  useColumnDrop(section, scroller, column.id);
  const List = listed > virtualFrom ? VirtualCardList : CardList;
  return (
    <>
      <ColumnHeader column={column} shown={shown} total={total} />
      <div ref={scroller} className="min-h-0 overflow-y-auto overscroll-y-contain px-2 pt-0.5 pb-2">
        <TopComposer column={column} />
        {rows.length === 0 && <EmptyColumn kind={column.kind} isFiltered={total > 0} />}
        <List
          rows={rows}
          kind={column.kind}
          label={strings.column.tasksOf(column.name)}
          listed={listed}
          tabStop={tabStop}
          scroller={scroller}
        />
      </div>
      <BottomComposer column={column} scroller={scroller} />
    </>
  );
}
