"use client";

import { strings } from "../board.strings.ts";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { GoneLists } from "./gone-lists.tsx";

/** Archived and trashed tasks, to bring back. */
export function GoneDialog() {
  const { store } = useScreen();
  const isOpen = useScreenPart(({ dialog }) => dialog?.kind === "gone");
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && store.set({ dialog: null })}
      title={strings.gone.title}
      description={strings.gone.description}
      className="w-[min(34rem,calc(100vw-2rem))]"
    >
      <GoneLists />
    </Dialog>
  );
}
