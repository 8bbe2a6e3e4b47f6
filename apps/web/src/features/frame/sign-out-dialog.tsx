"use client";

import { Button } from "../../components/ui/button.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { useConnection } from "../../sync/use-connection.ts";
import { frameStrings } from "./frame.strings.ts";
import { useSignOut } from "./use-sign-out.ts";

/** Asks before changes that have not reached the server are lost. */
export function SignOutDialog({ onClose }: { onClose: () => void }) {
  const { queued } = useConnection();
  const signOut = useSignOut();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={frameStrings.signOutTitle}
      description={frameStrings.signOutWithQueue(queued)}
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
