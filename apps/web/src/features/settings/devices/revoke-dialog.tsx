"use client";

import { type RefObject, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { showToast } from "../../../components/ui/toast.tsx";
import { outcomeOfError } from "../../../trpc/outcome-of-error.ts";
import { useTrpcClient } from "../../../trpc/provider.tsx";
import { devicesStrings as strings } from "./devices.strings.ts";
import type { ShownToken } from "./use-tokens.ts";

/** Asks before a token ends: a device that had it has to be set up anew. */
export function RevokeDialog({
  token,
  afterwards,
  onClose,
  onRevoked,
}: {
  token: ShownToken | null;
  /** Takes the focus: the row that had it goes away. */
  afterwards: RefObject<HTMLElement | null>;
  onClose: () => void;
  onRevoked: () => void;
}) {
  const client = useTrpcClient();
  const [isBusy, setBusy] = useState(false);
  const revoke = async () => {
    if (!token || isBusy) return;
    setBusy(true);
    try {
      await client.token.revoke.mutate({ tokenId: token.id });
    } catch (error) {
      // Refused: it is gone already, which is what was wanted.
      if (outcomeOfError(error).outcome !== "refused") {
        showToast(strings.failed, { tone: "danger" });
        setBusy(false);
        return;
      }
    }
    setBusy(false);
    showToast(strings.revoked(token.name));
    onRevoked();
    onClose();
  };
  return (
    <Dialog
      open={token !== null}
      onOpenChange={(open) => !open && onClose()}
      title={token ? strings.revokeTitle(token.name) : ""}
      description={strings.revokeText}
      finalFocus={() => afterwards.current ?? true}
    >
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{strings.cancel}</Button>
        <Button tone="danger" aria-disabled={isBusy} aria-busy={isBusy} onClick={() => void revoke()}>
          {strings.revoke}
        </Button>
      </div>
    </Dialog>
  );
}
