"use client";

import { useRef } from "react";
import { CardMenuSlot } from "./card/card-menu-slot.tsx";
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
import { useLateQuestions } from "./move/use-late-questions.ts";
import { useSpokenRefusals } from "./move/use-spoken-refusals.ts";
import { WipSlot } from "./move/wip-slot.tsx";
import { CaptureButton } from "./quick-add/capture-button.tsx";
import { CaptureDialog } from "./quick-add/capture-dialog.tsx";
import { SelectionSlot } from "./select/selection-slot.tsx";

/** The board screen: head, columns, and the dialogs that act on them. */
export function BoardScreenView() {
  const filter = useRef<HTMLInputElement>(null);
  useBoardShortcuts(() => filter.current?.focus());
  useSpokenRefusals();
  useLateQuestions();
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
      <WipSlot />
      <CardMenuSlot />
      <SelectionSlot />
      <CardLayer />
      <WipLimitDialog />
      <BoardSettingsDialog />
      <GoneDialog />
    </div>
  );
}
