"use client";

import { type RefObject, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { showToast } from "../../components/ui/toast.tsx";
import { outcomeOfError } from "../../trpc/outcome-of-error.ts";

/** What is said before something ends, when it has, and when it could not be asked for. */
export type EndWords = { title: string; text: string; cancel: string; end: string; ended: string; failed: string };

/** Asks before something in the settings ends for good. What is refused is gone already, which is what was wanted. */
export function EndDialog({
  words,
  end,
  afterwards,
  onClose,
  onEnded,
}: {
  /** `null`: nothing is asked. */
  words: EndWords | null;
  end: () => Promise<unknown>;
  /** Takes the focus: the row that had it goes away. */
  afterwards: RefObject<HTMLElement | null>;
  onClose: () => void;
  onEnded: () => void;
}) {
  const [isBusy, setBusy] = useState(false);
  const handleEnd = async () => {
    if (!words || isBusy) return;
    setBusy(true);
    try {
      await end();
    } catch (error) {
      if (outcomeOfError(error).outcome !== "refused") {
        showToast(words.failed, { tone: "danger" });
        setBusy(false);
        return;
      }
    }
    setBusy(false);
    showToast(words.ended);
    onEnded();
    onClose();
  };
  return (
    <Dialog
      open={words !== null}
      onOpenChange={(open) => !open && onClose()}
      title={words?.title ?? ""}
      description={words?.text ?? ""}
      finalFocus={() => afterwards.current ?? true}
    >
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{words?.cancel}</Button>
        <Button tone="danger" aria-disabled={isBusy} aria-busy={isBusy} onClick={() => void handleEnd()}>
          {words?.end}
        </Button>
      </div>
    </Dialog>
  );
}
