"use client";

import type { RefObject } from "react";
import { useTrpcClient } from "../../../trpc/provider.tsx";
import { EndDialog } from "../end-dialog.tsx";
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
  afterwards: RefObject<HTMLElement | null>;
  onClose: () => void;
  onRevoked: () => void;
}) {
  const client = useTrpcClient();
  const words = token && {
    title: strings.revokeTitle(token.name),
    text: strings.revokeText,
    cancel: strings.cancel,
    end: strings.revoke,
    ended: strings.revoked(token.name),
    failed: strings.failed,
  };
  const revoke = async () => token && client.token.revoke.mutate({ tokenId: token.id });
  return <EndDialog words={words} end={revoke} afterwards={afterwards} onClose={onClose} onEnded={onRevoked} />;
}
