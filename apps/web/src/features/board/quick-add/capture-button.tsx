"use client";

import { Plus } from "lucide-react";
import { Button } from "../../../components/ui/button.tsx";
import { classNames } from "../../../components/ui/class-names.ts";
import { useFirstKey } from "../../keyboard/use-first-key.ts";
import { strings } from "../board.strings.ts";
import { useCanEdit, useScreen, useScreenPart } from "../state/screen.tsx";

/** Opens the capture dialog: in the head where there is room, under the thumb on a phone. */
export function CaptureButton({ place }: { place: "head" | "thumb" }) {
  const screen = useScreen();
  const canEdit = useCanEdit();
  // The foot of a phone's screen belongs to one thing at a time.
  const isTaken = useScreenPart((state) => state.composer !== null || state.selection.ids.size > 0);
  const firstKey = useFirstKey();
  if (!canEdit || (place === "thumb" && isTaken)) return null;
  return (
    <Button
      tone="primary"
      keys={firstKey("capture")}
      onClick={() => screen.store.set({ dialog: { kind: "capture" } })}
      className={classNames(
        place === "head"
          ? "max-sm:hidden"
          : "fixed right-4 bottom-[calc(20px+env(safe-area-inset-bottom))] z-30 h-13! rounded-full! px-5! text-lg! shadow-2 sm:hidden",
      )}
    >
      <Plus size={16} aria-hidden />
      {strings.capture.button}
    </Button>
  );
}
