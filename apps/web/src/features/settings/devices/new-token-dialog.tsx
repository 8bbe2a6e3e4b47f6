"use client";

import type { BoardId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { type RefObject, type SubmitEvent, useRef, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { TextField } from "../../../components/ui/text-field.tsx";
import { outcomeOfError } from "../../../trpc/outcome-of-error.ts";
import { useTrpcClient } from "../../../trpc/provider.tsx";
import { SelectField } from "../../board/header/select-field.tsx";
import { refusalText } from "../../refusal/refusal-text.ts";
import { BoardChoice } from "./board-choice.tsx";
import { CopyField } from "./copy-field.tsx";
import { devicesStrings } from "./devices.strings.ts";

const strings = devicesStrings.dialog;
const days = { never: null, month: 30, quarter: 90, year: 365 } as const;
type Ends = keyof typeof days;

/** Asks what a token is for, makes it, and shows its secret this once. */
export function NewTokenDialog({ open, onClose, onMade }: { open: boolean; onClose: () => void; onMade: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    setSecret(null);
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={secret === null ? strings.title : strings.madeTitle}
      description={secret === null ? strings.text : strings.madeText}
      initialFocus={field}
    >
      {secret === null ? (
        <TokenForm
          field={field}
          onClose={close}
          onMade={(made) => {
            setSecret(made);
            onMade();
          }}
        />
      ) : (
        <MadeToken secret={secret} onClose={close} />
      )}
    </Dialog>
  );
}

function MadeToken({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <div className="grid gap-4">
      <CopyField label={strings.secret} value={secret} />
      <div className="grid gap-1 text-xs text-ink-3">
        {strings.howTo}
        <code className="rounded-m bg-sunken px-2.5 py-2 font-mono text-2xs [overflow-wrap:anywhere] text-ink-2">
          curl {window.location.origin}/api/capture -H &quot;Authorization: Bearer …&quot; -H &quot;Content-Type:
          text/plain&quot; -d &quot;Buy milk&quot;
        </code>
      </div>
      <div className="flex justify-end">
        <Button onClick={onClose}>{strings.done}</Button>
      </div>
    </div>
  );
}

function TokenForm({
  field,
  onClose,
  onMade,
}: {
  field: RefObject<HTMLInputElement | null>;
  onClose: () => void;
  onMade: (secret: string) => void;
}) {
  const client = useTrpcClient();
  const [name, setName] = useState("");
  const [boardId, setBoardId] = useState<BoardId | null>(null);
  const [ends, setEnds] = useState<Ends>("never");
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);

  const handleSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (name.trim() === "") {
      setProblem(strings.nameMissing);
      field.current?.focus();
      return;
    }
    setBusy(true);
    try {
      const asked = { name: name.trim(), scopes: ["capture" as const], boardId, expiresInDays: days[ends] };
      onMade((await client.token.create.mutate(asked)).secret);
    } catch (error) {
      const failed = outcomeOfError(error);
      setProblem(failed.outcome === "refused" ? refusalText(failed.refusal) : devicesStrings.failed);
      setBusy(false);
    }
  };

  return (
    <form noValidate className="grid gap-4" onSubmit={(event) => void handleSubmit(event)}>
      <TextField
        ref={field}
        label={strings.name}
        placeholder={strings.namePlaceholder}
        value={name}
        maxLength={limits.name}
        error={problem}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <div className="grid grid-cols-2 gap-3">
        <BoardChoice label={strings.board} none={strings.boardAny} value={boardId} onChange={setBoardId} />
        <SelectField
          label={strings.ends}
          value={ends}
          options={(Object.keys(days) as Ends[]).map((value) => ({ value, label: strings.endsOptions[value] }))}
          onChange={setEnds}
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{devicesStrings.cancel}</Button>
        <Button type="submit" tone="primary" aria-disabled={isBusy} aria-busy={isBusy}>
          {strings.create}
        </Button>
      </div>
    </form>
  );
}
