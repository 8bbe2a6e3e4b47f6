"use client";

import type { BoardId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { Check } from "lucide-react";
import { type SubmitEvent, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { TextField } from "../../components/ui/text-field.tsx";
import { outcomeOfError } from "../../trpc/outcome-of-error.ts";
import { useTrpcClient } from "../../trpc/provider.tsx";
import { refusalText } from "../refusal/refusal-text.ts";
import { BoardChoice } from "../settings/devices/board-choice.tsx";
import { pairStrings as strings } from "./pair.strings.ts";

/** What a device is about to get, and the yes or no to it. */
export function PairForm({
  code,
  deviceName,
  onAnswer,
}: {
  code: string;
  deviceName: string;
  onAnswer: (answer: "connected" | "denied" | "gone") => void;
}) {
  const client = useTrpcClient();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(deviceName);
  const [boardId, setBoardId] = useState<BoardId | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);

  const send = async (ask: () => Promise<unknown>, answer: "connected" | "denied") => {
    if (isBusy) return;
    setBusy(true);
    try {
      await ask();
      onAnswer(answer);
    } catch (error) {
      const failed = outcomeOfError(error);
      setBusy(false);
      if (failed.outcome !== "refused") setProblem(strings.failed);
      else if (failed.refusal.code === "PAIRING_NOT_FOUND") onAnswer("gone");
      else setProblem(refusalText(failed.refusal));
    }
  };
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === "") {
      setProblem(strings.nameMissing);
      field.current?.focus();
      return;
    }
    const asked = { code, name: name.trim(), scopes: ["capture" as const], boardId };
    void send(() => client.pairing.confirm.mutate(asked), "connected");
  };
  return (
    <form noValidate className="grid gap-5" onSubmit={handleSubmit}>
      <div className="grid gap-3 rounded-l border border-line bg-surface p-4 shadow-1">
        <h2 className="text-lg font-bold text-balance">{strings.question(deviceName)}</h2>
        <p className="justify-self-start rounded-m bg-sunken px-3 py-2 font-mono text-2xl font-bold tracking-[0.08em] tabular-nums">
          {code.toUpperCase()}
        </p>
        <p className="text-sm text-ink-2">{strings.compare}</p>
      </div>
      <div className="grid gap-1.5">
        <h3 className="text-sm font-medium text-ink-2">{strings.scopesTitle}</h3>
        <ul className="grid gap-1">
          {strings.scopes.map((scope) => (
            <li key={scope} className="flex items-center gap-2 text-md">
              <Check size={14} aria-hidden className="shrink-0 text-ok" />
              {scope}
            </li>
          ))}
        </ul>
        <p className="text-xs text-ink-3">{strings.scopesNot}</p>
      </div>
      <TextField
        ref={field}
        label={strings.name}
        value={name}
        maxLength={limits.name}
        error={problem}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <BoardChoice label={strings.board} none={strings.boardAny} value={boardId} onChange={setBoardId} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" aria-disabled={isBusy} aria-busy={isBusy}>
          {strings.connect}
        </Button>
        <Button
          tone="danger"
          aria-disabled={isBusy}
          onClick={() => void send(() => client.pairing.deny.mutate({ code }), "denied")}
        >
          {strings.deny}
        </Button>
      </div>
    </form>
  );
}
