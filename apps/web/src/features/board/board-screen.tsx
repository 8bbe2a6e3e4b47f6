"use client";

import { useRef } from "react";
import { Announcer } from "./state/announcer.tsx";
import { BoardHeader } from "./header/board-header.tsx";
import { BoardSettingsDialog } from "./header/board-settings-dialog.tsx";
import { GoneDialog } from "./header/gone-dialog.tsx";
import { ColumnSwitcher } from "./column/column-switcher.tsx";
import { Columns } from "./column/columns.tsx";
import { WipLimitDialog } from "./column/wip-limit-dialog.tsx";
import { CardLayer } from "./at-card/card-layer.tsx";
import { CardInstructions } from "./focus/card-instructions.tsx";
import { useBoardShortcuts } from "./focus/use-board-shortcuts.ts";
import { MoveDialog } from "./move/move-dialog.tsx";
import { useSpokenRefusals } from "./move/use-spoken-refusals.ts";
import { WipReasonDialog } from "./move/wip-reason-dialog.tsx";
import { CaptureButton } from "./quick-add/capture-button.tsx";
import { CaptureDialog } from "./quick-add/capture-dialog.tsx";

/** The board screen: head, columns, and the dialogs that act on them. */
export function BoardScreenView() {
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
      <CaptureDialog />
      <MoveDialog />
      <CardLayer />
      <WipReasonDialog />
      <WipLimitDialog />
      <BoardSettingsDialog />
      <GoneDialog />
    </div>
  );
}
