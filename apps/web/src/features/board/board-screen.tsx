"use client";

import { useEffect, useRef, useState } from "react";
import { lazyPart } from "../../lazy/lazy-part.tsx";
import { startPreloading } from "../../lazy/preload.ts";
import { CardMenuSlot } from "./card/card-menu-slot.tsx";
import { Announcer } from "./state/announcer.tsx";
import { BoardHeader } from "./header/board-header.tsx";
import { CardLayer } from "./at-card/card-layer.tsx";
import { useBoardShortcuts } from "./focus/use-board-shortcuts.ts";
import { FilterBar } from "./filter/filter-bar.tsx";
import { BoardLayout } from "./layout/board-layout.tsx";
import { useLateQuestions } from "./move/use-late-questions.ts";
import { useSpokenRefusals } from "./move/use-spoken-refusals.ts";
import { WipSlot } from "./move/wip-slot.tsx";
import { CaptureButton } from "./quick-add/capture-button.tsx";
import { preloadQuickAdd } from "./quick-add/load-quick-add.ts";
import { SelectionSlot } from "./select/selection-slot.tsx";
import { useScreenPart } from "./state/screen.tsx";

const BoardDialogs = lazyPart(() => import("./board-dialogs.tsx").then((module) => module.BoardDialogs));

/** The board screen: head, columns, and the dialogs that act on them. */
export function BoardScreenView() {
  const isAsking = useScreenPart(({ dialog }) => dialog !== null);
  const [hasAsked, setAsked] = useState(false);
  if (isAsking && !hasAsked) setAsked(true);
  useEffect(startPreloading, []);
  useEffect(preloadQuickAdd, []);
  const filter = useRef<HTMLInputElement>(null);
  useBoardShortcuts(() => filter.current?.focus());
  useSpokenRefusals();
  useLateQuestions();
  return (
    <div className="group/board relative flex min-h-0 flex-1 flex-col">
      <BoardHeader filter={filter} />
      <FilterBar />
      <BoardLayout />
      <CaptureButton place="thumb" />
      <Announcer />
      <WipSlot />
      <CardMenuSlot />
      <SelectionSlot />
      <CardLayer />
      {hasAsked && <BoardDialogs />}
    </div>
  );
}
