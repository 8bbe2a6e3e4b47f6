"use client";

import { type SubmitEvent, useRef, useState } from "react";
import { limits } from "@kanban/domain/limits";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { TextField } from "../../../components/ui/text-field.tsx";
import { strings } from "../board.strings.ts";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import type { WipQuestion } from "../state/screen-state.ts";

const texts = strings.wip;

/** Asks why a task goes into a full column, on a board that wants to know. */
export function WipReasonDialog() {
  const screen = useScreen();
  const question = useScreenPart(({ dialog }) => (dialog?.kind === "wip-reason" ? dialog.question : null));
  const field = useRef<HTMLInputElement>(null);
  const close = () => screen.store.set({ dialog: null });
  return (
    <Dialog
      open={question !== null}
      onOpenChange={(open) => !open && close()}
      title={question ? texts.title(question.column) : ""}
      description={question ? texts.description(question.column, question.wipLimit) : undefined}
      initialFocus={field}
    >
      {question && <ReasonForm question={question} field={field} onDone={close} />}
    </Dialog>
  );
}

function ReasonForm({
  question,
  field,
  onDone,
}: {
  question: WipQuestion;
  field: React.RefObject<HTMLInputElement | null>;
  onDone: () => void;
}) {
  const [reason, setReason] = useState("");
  const isEmpty = reason.trim() === "";
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isEmpty) return;
    onDone();
    question.onReason(reason.trim());
  };
  return (
    <form onSubmit={handleSubmit} className="grid gap-4">
      <TextField
        ref={field}
        label={texts.reason}
        placeholder={texts.placeholder}
        value={reason}
        maxLength={limits.overrideReason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="flex justify-end gap-2">
        <Button tone="quiet" onClick={onDone}>
          {texts.cancel}
        </Button>
        <Button tone="primary" type="submit" aria-disabled={isEmpty}>
          {texts.override}
        </Button>
      </div>
    </form>
  );
}
