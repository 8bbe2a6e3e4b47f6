"use client";

import type { RefObject } from "react";
import { useTrpcClient } from "../../../trpc/provider.tsx";
import { EndDialog } from "../end-dialog.tsx";
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
  afterwards: RefObject<HTMLElement | null>;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const client = useTrpcClient();
  const words = mailbox && {
    title: strings.removeTitle(mailbox.name),
    text: strings.removeText,
    cancel: strings.cancel,
    end: strings.removeShort,
    ended: strings.removed(mailbox.name),
    failed: strings.failed,
  };
  const remove = async () => mailbox && client.mailbox.remove.mutate({ mailboxId: mailbox.id });
  return <EndDialog words={words} end={remove} afterwards={afterwards} onClose={onClose} onEnded={onRemoved} />;
}
