"use client";

import { WipLimitDialog } from "./column/wip-limit-dialog.tsx";
import { BoardSettingsDialog } from "./header/board-settings-dialog.tsx";
import { GoneDialog } from "./header/gone-dialog.tsx";
import { MoveDialog } from "./move/move-dialog.tsx";
import { WipReasonDialog } from "./move/wip-reason-dialog.tsx";
import { CaptureDialog } from "./quick-add/capture-dialog.tsx";

/** Every dialog of the board; fetched apart from it, see `board-screen.tsx`. */
export function BoardDialogs() {
  return (
    <>
      <CaptureDialog />
      <MoveDialog />
      <WipReasonDialog />
      <WipLimitDialog />
      <BoardSettingsDialog />
      <GoneDialog />
    </>
  );
}
