"use client";

import { type RefObject, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { showToast } from "../../../components/ui/toast.tsx";
import { outcomeOfError } from "../../../trpc/outcome-of-error.ts";
import { useTrpcClient } from "../../../trpc/provider.tsx";
import { mailStrings as strings } from "./mail.strings.ts";
import type { ShownMailbox } from "./use-mail.ts";

/** Asks before a mailbox is followed no more: its password would have to be typed again. */
export function RemoveMailboxDialog({
  mailbox,
  afterwards,
  onClose,
  onRemoved,
}: {
  mailbox: ShownMailbox | null;
  /** Takes the focus: the row that had it goes away. */
  afterwards: RefObject<HTMLElement | null>;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const client = useTrpcClient();
  const [isBusy, setBusy] = useState(false);
  const remove = async () => {
    if (!mailbox || isBusy) return;
    setBusy(true);
    try {
      await client.mailbox.remove.mutate({ mailboxId: mailbox.id });
    } catch (error) {
      // Refused: it is gone already, which is what was wanted.
      if (outcomeOfError(error).outcome !== "refused") {
        showToast(strings.failed, { tone: "danger" });
        setBusy(false);
        return;
      }
    }
    setBusy(false);
    showToast(strings.removed(mailbox.name));
    onRemoved();
    onClose();
  };
  return (
    <Dialog
      open={mailbox !== null}
      onOpenChange={(open) => !open && onClose()}
      title={mailbox ? strings.removeTitle(mailbox.name) : ""}
      description={strings.removeText}
      finalFocus={() => afterwards.current ?? true}
    >
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{strings.cancel}</Button>
        <Button tone="danger" aria-disabled={isBusy} aria-busy={isBusy} onClick={() => void remove()}>
          {strings.removeShort}
        </Button>
      </div>
    </Dialog>
  );
}
