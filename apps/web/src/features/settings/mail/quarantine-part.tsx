"use client";

import { useRef, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { showToast } from "../../../components/ui/toast.tsx";
import { outcomeOfError } from "../../../trpc/outcome-of-error.ts";
import { useTrpcClient } from "../../../trpc/provider.tsx";
import { refusalText } from "../../refusal/refusal-text.ts";
import { SettingsPart } from "../settings-part.tsx";
import { mailStrings, quarantineStrings as strings } from "./mail.strings.ts";
import { QuarantineRow } from "./quarantine-row.tsx";
import type { useMail } from "./use-mail.ts";

/** What waits for a decision. */
export function QuarantinePart({
  quarantine,
  waiting,
  reload,
}: Pick<ReturnType<typeof useMail>, "quarantine" | "waiting" | "reload">) {
  const client = useTrpcClient();
  const [busy, setBusy] = useState<readonly string[]>([]);
  const list = useRef<HTMLUListElement>(null);
  const mails = waiting === 0 ? [] : (quarantine.data ?? []);

  const decide = async (mailIds: readonly string[], work: () => Promise<unknown>, said: string) => {
    if (mailIds.some((id) => busy.includes(id))) return;
    setBusy((known) => [...known, ...mailIds]);
    try {
      await work();
      showToast(said);
    } catch (error) {
      const failed = outcomeOfError(error);
      showToast(failed.outcome === "refused" ? refusalText(failed.refusal) : mailStrings.failed, { tone: "danger" });
    }
    await reload();
    setBusy((known) => known.filter((id) => !mailIds.includes(id)));
    // The row that had the focus may be gone.
    if (document.activeElement === document.body) list.current?.querySelector("button")?.focus();
  };
  const discard = (mailIds: string[]) =>
    void decide(mailIds, () => client.quarantine.discard.mutate({ mailIds }), strings.discarded(mailIds.length));

  return (
    <SettingsPart
      title={strings.heading}
      note={strings.note}
      action={
        mails.length > 1 && (
          <Button tone="danger" onClick={() => discard(mails.map(({ mailId }) => mailId))}>
            {strings.discardAll}
          </Button>
        )
      }
    >
      {waiting === 0 && <p className="text-sm text-ink-3">{strings.empty}</p>}
      {waiting > 0 && quarantine.isPending && (
        <div role="status" aria-label={strings.loading} className="grid gap-3">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-3.5 w-64" />
        </div>
      )}
      {waiting > 0 && quarantine.isError && (
        <p role="alert" className="text-sm text-danger">
          {strings.failed}
        </p>
      )}
      {mails.length > 0 && (
        <ul ref={list} aria-label={strings.list} className="rounded-l border border-line bg-surface shadow-1">
          {mails.map((mail) => (
            <QuarantineRow
              key={mail.mailId}
              mail={mail}
              isBusy={busy.includes(mail.mailId)}
              onAccept={(options) =>
                void decide(
                  [mail.mailId],
                  () => client.quarantine.accept.mutate({ mailId: mail.mailId, ...options }),
                  strings.accepted,
                )
              }
              onDiscard={() => discard([mail.mailId])}
            />
          ))}
        </ul>
      )}
      {waiting > mails.length && mails.length > 0 && (
        <p className="text-xs text-ink-3">{strings.more(waiting - mails.length)}</p>
      )}
    </SettingsPart>
  );
}
