"use client";

import type { MutationId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { type RefObject, type SubmitEvent, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { TextField } from "../../components/ui/text-field.tsx";
import { showToast } from "../../components/ui/toast.tsx";
import { newId } from "../../sync/new-id.ts";
import { outcomeOfError } from "../../trpc/outcome-of-error.ts";
import { useTrpcClient } from "../../trpc/provider.tsx";
import { refusalText } from "../refusal/refusal-text.ts";
import { operationsStrings } from "./operations.strings.ts";
import type { Operation } from "./use-operations.ts";

const strings = operationsStrings.dialog;

/** An operation somebody is about to decide on, with what it is about in a word. */
export type Question = { operation: Operation; what: string | null };

/** Asks for the reason of a decision, and sends it. */
export function DecideDialog({
  question,
  afterDecision,
  onClose,
  onDecided,
}: {
  question: Question | null;
  /** Takes the focus after a decision: the button that opened the dialog goes away with what was decided. */
  afterDecision: RefObject<HTMLElement | null>;
  onClose: () => void;
  onDecided: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const isDecided = useRef(false);
  return (
    <Dialog
      open={question !== null}
      onOpenChange={(open) => !open && onClose()}
      title={question ? strings[question.operation.action].title : ""}
      description={question ? strings[question.operation.action].text : undefined}
      closeLabel={strings.close}
      initialFocus={field}
      finalFocus={() => {
        const target = isDecided.current ? afterDecision.current : true;
        isDecided.current = false;
        return target;
      }}
    >
      {question && (
        <ReasonForm
          question={question}
          field={field}
          onClose={onClose}
          onDecided={() => {
            isDecided.current = true;
            onDecided();
          }}
        />
      )}
    </Dialog>
  );
}

function ReasonForm({
  question: { operation, what },
  field,
  onClose,
  onDecided,
}: {
  question: Question;
  field: RefObject<HTMLInputElement | null>;
  onClose: () => void;
  onDecided: () => void;
}) {
  const client = useTrpcClient();
  // One for all tries: an answer that got lost is given again, and nothing is done twice.
  const [mutationId] = useState(() => newId<MutationId>());
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const words = strings[operation.action];
  const isFinal = operation.action === "discard-event" || operation.action === "discard-job";

  const handleSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (reason.trim().length < limits.decisionReasonMin) {
      setProblem(strings.tooShort);
      field.current?.focus();
      return;
    }
    setBusy(true);
    try {
      await client.operations.decide.mutate({ operation, reason: reason.trim(), mutationId });
      showToast(words.done);
      onDecided();
    } catch (error) {
      const failed = outcomeOfError(error);
      setBusy(false);
      if (failed.outcome !== "refused") return setProblem(strings.failed);
      showToast(refusalText(failed.refusal), { tone: "danger" });
      onDecided();
    }
  };

  return (
    <form noValidate className="grid gap-4" onSubmit={(event) => void handleSubmit(event)}>
      {what && <p className="-mt-2 font-mono text-2xs [overflow-wrap:anywhere] text-ink-2">{what}</p>}
      <TextField
        ref={field}
        label={strings.reason}
        placeholder={strings.placeholder}
        value={reason}
        maxLength={limits.decisionReason}
        error={problem}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{strings.cancel}</Button>
        <Button type="submit" tone={isFinal ? "danger" : "primary"} aria-disabled={isBusy} aria-busy={isBusy}>
          {words.confirm}
        </Button>
      </div>
    </form>
  );
}
