"use client";

import { lazy, Suspense, useRef } from "react";
import { orderedColumns } from "@kanban/domain/board-view";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { strings } from "../board.strings.ts";
import { useBoardPart, useScreen, useScreenPart } from "../state/screen.tsx";
import { capturePlace } from "./composer-place.ts";
import { loadCaptureForm } from "./load-quick-add.ts";
import { LoadingLine } from "./loading-line.tsx";

const texts = strings.capture;
const CaptureForm = lazy(loadCaptureForm);

/** Captures a thought into the inbox from anywhere on the board; stays open until it is closed. */
export function CaptureDialog() {
  const screen = useScreen();
  const isOpen = useScreenPart((state) => state.dialog?.kind === "capture");
  const inbox = useBoardPart(
    (view) => orderedColumns(view).find(({ kind }) => kind === "inbox") ?? orderedColumns(view)[0] ?? null,
  );
  const field = useRef<HTMLTextAreaElement>(null);
  if (!inbox) return null;
  const close = () => screen.store.set({ dialog: null });
  const waiting = <LoadingLine place={capturePlace(screen.boardId)} label={texts.field} field={field} takesFiles />;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && close()}
      title={texts.title}
      description={texts.description(inbox.name)}
      initialFocus={field}
    >
      <Suspense fallback={waiting}>
        <CaptureForm inbox={inbox} field={field} onClose={close} />
      </Suspense>
    </Dialog>
  );
}
