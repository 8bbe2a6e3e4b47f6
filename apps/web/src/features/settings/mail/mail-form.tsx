"use client";

import { limits } from "@kanban/domain/limits";
import { type SubmitEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { TextArea } from "../../../components/ui/text-area.tsx";
import { TextField } from "../../../components/ui/text-field.tsx";
import { outcomeOfError } from "../../../trpc/outcome-of-error.ts";
import { useTrpcClient } from "../../../trpc/provider.tsx";
import { refusalText } from "../../refusal/refusal-text.ts";
import { BoardChoice } from "../devices/board-choice.tsx";
import { ConnectionFields } from "./connection-fields.tsx";
import { mailFormStrings as strings, mailStrings } from "./mail.strings.ts";
import { connectionOf, type MailFormValues, problemsOf, sortingOf, valuesOf } from "./mail-form-values.ts";
import { SortingLines } from "./sorting-lines.tsx";
import type { ShownMailbox } from "./use-mail.ts";

/** What is made or changed: a new one of a kind, or one that is there. */
export type MailFormSubject = { kind: "imap" | "hook"; mailbox: ShownMailbox | null };

/** What a new address has been made with. */
export type MadeHook = { mailboxId: string; secret: string };

/** The form of a mailbox that is followed, or of an address mail is posted to. */
export function MailForm({
  subject: { kind, mailbox },
  onCancel,
  onSaved,
}: {
  subject: MailFormSubject;
  onCancel: () => void;
  onSaved: (made: MadeHook | null) => void;
}) {
  const client = useTrpcClient();
  const isHook = kind === "hook";
  const isNew = mailbox === null;
  const [values, setValues] = useState(() => valuesOf(mailbox));
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const sendersId = useId();
  const found = problemsOf(values, { isHook, isNew });
  const problems = isTried ? found : {};
  const change = (part: Partial<MailFormValues>) => {
    setValues((known) => ({ ...known, ...part }));
    setRefused(null);
  };
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  const save = async (): Promise<MadeHook | null> => {
    const sorting = sortingOf(values);
    if (mailbox && isHook) await client.mailbox.update.mutate({ mailboxId: mailbox.id, ...sorting });
    else if (mailbox)
      await client.mailbox.update.mutate({ mailboxId: mailbox.id, ...sorting, connection: connectionOf(values) });
    else if (isHook) return client.mailbox.createHook.mutate(sorting);
    else await client.mailbox.create.mutate({ ...sorting, connection: connectionOf(values) });
    return null;
  };
  const handleSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setTried(true);
    if (Object.keys(found).length > 0) {
      // Marked as wrong with the next picture.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    setBusy(true);
    try {
      onSaved(await save());
    } catch (error) {
      const failed = outcomeOfError(error);
      setRefused(failed.outcome === "refused" ? refusalText(failed.refusal) : mailStrings.failed);
      setBusy(false);
    }
  };

  return (
    <form
      ref={form}
      noValidate
      aria-label={isNew ? (isHook ? strings.newHook : strings.newMailbox) : strings.change(mailbox.name)}
      className="grid gap-4 rounded-l border border-line bg-surface p-4 shadow-1"
      onSubmit={(event) => void handleSubmit(event)}
    >
      <TextField
        label={strings.name}
        placeholder={strings.namePlaceholder}
        value={values.name}
        maxLength={limits.name}
        error={problems.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {!isHook && <ConnectionFields values={values} problems={problems} isNew={isNew} onChange={change} />}
      <div className="grid gap-1">
        <label htmlFor={sendersId} className="text-sm font-medium text-ink-2">
          {strings.senders}
        </label>
        <TextArea
          id={sendersId}
          className="min-h-20"
          value={values.senders}
          spellCheck={false}
          autoCapitalize="none"
          aria-describedby={`${sendersId}-note`}
          aria-invalid={problems.senders ? true : undefined}
          onChange={(event) => change({ senders: event.currentTarget.value })}
        />
        <p id={`${sendersId}-note`} className={problems.senders ? "text-xs text-danger" : "text-xs text-ink-3"}>
          {problems.senders ?? strings.sendersNote}
        </p>
      </div>
      <SortingLines
        title={strings.addresses}
        note={strings.addressesNote}
        lines={values.addresses}
        onChange={(addresses) => change({ addresses })}
        most={limits.addressesPerMailbox}
        words={{
          ...{ text: strings.tag, board: strings.tagBoard, none: strings.chooseBoard, add: strings.addAddress },
          ...{ placeholder: strings.tagPlaceholder, maxLength: limits.mailTag },
        }}
      />
      <BoardChoice
        label={strings.board}
        none={strings.boardAny}
        value={values.boardId}
        onChange={(boardId) => change({ boardId })}
      />
      {refused && (
        <p role="alert" className="text-sm text-danger">
          {refused}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{mailStrings.cancel}</Button>
        <Button type="submit" tone="primary" aria-disabled={isBusy} aria-busy={isBusy}>
          {isNew ? (isHook ? strings.createHook : strings.create) : strings.save}
        </Button>
      </div>
    </form>
  );
}
