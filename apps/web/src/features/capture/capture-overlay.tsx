"use client";

import { useRef } from "react";
import type { BoardId } from "@kanban/domain/ids";
import { Dialog } from "../../components/ui/dialog.tsx";
import { captureStrings as strings } from "./capture.strings.ts";
import { CaptureForm } from "./capture-form.tsx";
import { overlayPlace } from "./draft-files.ts";
import { WaitingList } from "./waiting-list.tsx";

/** Captures thoughts one after another over any screen, until it is closed; below them what has not arrived. */
export function CaptureOverlay({ boardId, onClose }: { boardId: BoardId | null; onClose: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={strings.title}
      description={strings.description}
      initialFocus={field}
      className="w-[min(34rem,calc(100vw-1rem))]! max-sm:top-2! max-sm:max-h-[calc(100dvh-1rem)]! max-sm:p-4!"
    >
      <CaptureForm place={overlayPlace} boardId={boardId} source="web" field={field} onClose={onClose} />
      <WaitingList />
    </Dialog>
  );
}
