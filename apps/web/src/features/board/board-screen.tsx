"use client";

import { useEffect, useRef, useState } from "react";
import { lazyPart } from "../../lazy/lazy-part.tsx";
import { startPreloading } from "../../lazy/preload.ts";
import { Announcer } from "./state/announcer.tsx";
import { BoardHeader } from "./header/board-header.tsx";
import { ColumnSwitcher } from "./column/column-switcher.tsx";
import { Columns } from "./column/columns.tsx";
import { CardLayer } from "./at-card/card-layer.tsx";
import { CardInstructions } from "./focus/card-instructions.tsx";
import { useBoardShortcuts } from "./focus/use-board-shortcuts.ts";
import { useSpokenRefusals } from "./move/use-spoken-refusals.ts";
import { CaptureButton } from "./quick-add/capture-button.tsx";
import { useScreenPart } from "./state/screen.tsx";

const BoardDialogs = lazyPart(() => import("./board-dialogs.tsx").then((module) => module.BoardDialogs));

/** The board screen: head, columns, and the dialogs that act on them. */
export function BoardScreenView() {
  const isAsking = useScreenPart(({ dialog }) => dialog !== null);
  const [hasAsked, setAsked] = useState(false);
  if (isAsking && !hasAsked) setAsked(true);
  useEffect(startPreloading, []);
  const filter = useRef<HTMLInputElement>(null);
  useBoardShortcuts(() => filter.current?.focus());
  useSpokenRefusals();
  return (
    <div className="group/board relative flex min-h-0 flex-1 flex-col">
      <BoardHeader filter={filter} />
      <ColumnSwitcher />
      <Columns />
      <CardInstructions />
      <CaptureButton place="thumb" />
      <Announcer />
      <CardLayer />
      {hasAsked && <BoardDialogs />}
    </div>
  );
}
