"use client";

import { WipLimitDialog } from "./column/wip-limit-dialog.tsx";
import { BoardSettingsDialog } from "./header/board-settings-dialog.tsx";
import { GoneDialog } from "./header/gone-dialog.tsx";
import { MoveDialog } from "./move/move-dialog.tsx";
import { CaptureDialog } from "./quick-add/capture-dialog.tsx";

/** Every dialog of the board; fetched apart from it, see `board-screen.tsx`. */
export function BoardDialogs() {
  return (
    <>
      <CaptureDialog />
      <MoveDialog />
      <WipLimitDialog />
      <BoardSettingsDialog />
      <GoneDialog />
    </>
  );
}
