"use client";

import { useRef } from "react";
import type { Column } from "@kanban/domain/entities";
import { strings } from "../board.strings.ts";
import { ComposerSlot } from "../quick-add/composer-slot.tsx";
import { useCanEdit, useScreen, useScreenPart } from "../state/screen.tsx";

/**
 * The foot of a cell: a button that is seen where the pointer is, or the composer below its last card. Tab passes the
 * buttons over, of which there are as many as cells: the key for adding opens the composer at a card, or in the lane of a
 * head.
 */
export function LaneAdd({ column, lane, laneName }: { column: Column; lane: string; laneName: string }) {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const foot = useRef<HTMLDivElement>(null);
  const isOpen = useScreenPart(
    ({ composer }) => composer?.columnId === column.id && composer.lane === lane && !composer.below,
  );
  if (!canEdit) return null;
  const where = strings.column.inLane(column.name, laneName);
  if (isOpen) {
    const showFoot = () => requestAnimationFrame(() => foot.current?.scrollIntoView({ block: "nearest" }));
    return (
      <div ref={foot} className="pb-1.5">
        <ComposerSlot column={column} edge="bottom" lane={lane} onAdded={showFoot} />
      </div>
    );
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={() => screen.store.set({ composer: { columnId: column.id, edge: "bottom", lane } })}
      className="mb-1 flex h-6 w-full items-center rounded-m px-1.5 text-sm font-title text-ink-3 opacity-0 group-hover/cell:opacity-100 hover:bg-[color-mix(in_oklab,var(--ink)_5%,transparent)] hover:text-ink focus-visible:opacity-100 touch:mb-1.5 touch:h-11 touch:opacity-100"
    >
      <span>
        <span aria-hidden>+ </span>
        {strings.add.open} <span className="sr-only">{strings.add.openIn(where)}</span>
      </span>
    </button>
  );
}
