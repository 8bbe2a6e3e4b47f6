"use client";

import { Button } from "../../components/ui/button.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { frameStrings } from "./frame.strings.ts";
import { useSignOut } from "./use-sign-out.ts";
import { useUnsaved } from "./use-unsaved.ts";

/** Asks before changes that have not reached the server are lost. */
export function SignOutDialog({ onClose }: { onClose: () => void }) {
  const unsaved = useUnsaved();
  const signOut = useSignOut();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={frameStrings.signOutTitle}
      description={frameStrings.signOutWithQueue(unsaved)}
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{frameStrings.stay}</Button>
        <Button tone="danger" onClick={() => void signOut()}>
          {frameStrings.signOutAnyway}
        </Button>
      </div>
    </Dialog>
  );
}
