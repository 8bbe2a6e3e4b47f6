"use client";

import { CloudOff, KeyRound, Mailbox, Plus, WifiOff } from "lucide-react";
import { useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { EmptyState } from "../../../components/ui/empty-state.tsx";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { SettingsPart } from "../settings-part.tsx";
import { useMovingButton } from "../use-moving-button.ts";
import { MadeHookPanel } from "./made-hook.tsx";
import { mailStrings as strings } from "./mail.strings.ts";
import { type MadeHook, MailForm, type MailFormSubject } from "./mail-form.tsx";
import { MailboxRow } from "./mailbox-row.tsx";
import { QuarantinePart } from "./quarantine-part.tsx";
import { RemoveMailboxDialog } from "./remove-mailbox-dialog.tsx";
import { type ShownMailbox, useMail } from "./use-mail.ts";

/** Where mail comes from, how that goes, and what waits for a decision. */
export function MailSettings() {
  const { mailboxes, quarantine, waiting, reload } = useMail();
  const [subject, setSubject] = useState<MailFormSubject | null>(null);
  const [made, setMade] = useState<MadeHook | null>(null);
  const [removing, setRemoving] = useState<ShownMailbox | null>(null);
  const addButton = useMovingButton();
  const { data } = mailboxes;
  const isOffline = mailboxes.fetchStatus === "paused";
  const close = () => {
    setSubject(null);
    setMade(null);
    // Drawn again by then.
    requestAnimationFrame(() => addButton.button.current?.focus());
  };
  const add = (
    <div className="flex flex-wrap gap-2">
      <Button ref={addButton.attach} tone="primary" onClick={() => setSubject({ kind: "imap", mailbox: null })}>
        <Plus size={14} aria-hidden />
        {strings.addMailbox}
      </Button>
      <Button onClick={() => setSubject({ kind: "hook", mailbox: null })}>{strings.addHook}</Button>
    </div>
  );
  const isForm = subject !== null || made !== null;
  const rows = data?.mailboxes ?? [];
  return (
    <>
      <SettingsPart
        title={strings.heading}
        note={strings.note}
        action={data?.isOn && rows.length > 0 && !isForm ? add : undefined}
      >
        {!data && mailboxes.isPending && !isOffline && <MailSkeleton />}
        {!data && (mailboxes.isError || isOffline) && (
          <EmptyState
            role={isOffline ? "status" : "alert"}
            icon={isOffline ? <WifiOff size={18} aria-hidden /> : <CloudOff size={18} aria-hidden />}
            title={isOffline ? strings.offlineTitle : strings.failedTitle}
            text={isOffline ? strings.offlineText : strings.failedText}
            action={<Button onClick={() => void mailboxes.refetch()}>{strings.retry}</Button>}
          />
        )}
        {subject && (
          <MailForm
            key={subject.mailbox?.id ?? subject.kind}
            subject={subject}
            onCancel={close}
            onSaved={(hook) => {
              void reload();
              if (!hook) return close();
              setSubject(null);
              setMade(hook);
            }}
          />
        )}
        {made && <MadeHookPanel made={made} onClose={close} />}
        {data && !isForm && rows.length === 0 && (
          <div className={panelClass}>
            <EmptyState
              icon={data.isOn ? <Mailbox size={18} aria-hidden /> : <KeyRound size={18} aria-hidden />}
              title={data.isOn ? strings.emptyTitle : strings.offTitle}
              text={data.isOn ? strings.emptyText : strings.offText}
              action={data.isOn ? add : undefined}
            />
          </div>
        )}
        {rows.length > 0 && subject === null && (
          <ul aria-label={strings.list} className={panelClass}>
            {rows.map((mailbox) => (
              <MailboxRow
                key={mailbox.id}
                mailbox={mailbox}
                now={new Date(mailboxes.dataUpdatedAt)}
                onEdit={() => setSubject({ kind: mailbox.kind, mailbox })}
                onRemove={() => setRemoving(mailbox)}
              />
            ))}
          </ul>
        )}
      </SettingsPart>
      {rows.length > 0 && subject === null && (
        <QuarantinePart quarantine={quarantine} waiting={waiting} reload={reload} />
      )}
      <RemoveMailboxDialog
        mailbox={removing}
        afterwards={addButton.button}
        onClose={() => setRemoving(null)}
        onRemoved={() => void reload()}
      />
    </>
  );
}

const panelClass = "rounded-l border border-line bg-surface shadow-1";

function MailSkeleton() {
  return (
    <div role="status" aria-label={strings.loading} className={`${panelClass} grid gap-3 px-4 py-4`}>
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-3.5 w-64" />
    </div>
  );
}
