"use client";

import type { RefObject } from "react";
import type { Column } from "@kanban/domain/entities";
import { Kbd } from "../../../components/ui/kbd.tsx";
import { useFirstKey } from "../../keyboard/use-first-key.ts";
import { strings } from "../board.strings.ts";
import { useCanEdit, useScreen, useScreenPart } from "../state/screen.tsx";
import { ComposerSlot } from "./composer-slot.tsx";

/** The foot of a column: a quiet button, or the composer below its last card. */
export function BottomComposer({ column, scroller }: { column: Column; scroller: RefObject<HTMLElement | null> }) {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const keys = useFirstKey()("quick-add");
  const isOpen = useScreenPart(({ composer }) => composer?.columnId === column.id && composer.edge === "bottom");
  if (!canEdit) return null;
  const showLast = () =>
    requestAnimationFrame(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight }));
  if (isOpen) {
    return (
      <div className="px-2 pt-0.5 pb-2">
        <ComposerSlot column={column} edge="bottom" onAdded={showLast} />
      </div>
    );
  }
  return (
    <button
      type="button"
      onClick={() => screen.store.set({ composer: { columnId: column.id, edge: "bottom" } })}
      className="mx-2 mb-2 flex h-8 items-center justify-between rounded-m px-1.5 text-sm font-title text-ink-3 hover:bg-[color-mix(in_oklab,var(--ink)_5%,transparent)] hover:text-ink touch:h-11"
    >
      <span>
        <span aria-hidden>+ </span>
        {strings.add.open} <span className="sr-only">{strings.add.openIn(column.name)}</span>
      </span>
      {keys && <Kbd className="border-0">{keys}</Kbd>}
    </button>
  );
}
