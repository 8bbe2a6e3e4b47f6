"use client";

import { firstDay, lastDay } from "@kanban/domain/whole-day";
import { limits } from "@kanban/domain/limits";
import { type SubmitEvent, useRef, useState } from "react";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { localDay, momentWords } from "../moment-words.ts";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { FieldFormActions, FieldPopover } from "./field-popover.tsx";

const strings = taskStrings.fields;

/** Who or what the task waits for, since when, and when to ask again. */
export function WaitingField() {
  const { view, task, mutate } = useTaskPanel();
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const waiting = task.waitingFor;
  const isWaitingColumn = view.columns[task.columnId]?.kind === "waiting";
  // A field nobody uses yet is no news; it shows where it matters.
  if (!waiting && !isWaitingColumn) return null;
  const value = waiting ? (
    <span className="min-w-0 wrap-anywhere">
      {waiting.who}{" "}
      <span className="text-ink-3">{strings.since(momentWords(localDay(new Date(waiting.since)), new Date()))}</span>
    </span>
  ) : (
    <span className="text-ink-3">{strings.none}</span>
  );
  return (
    <FieldPopover label={strings.waitingFor} value={value} open={open} onOpenChange={setOpen} initialFocus={field}>
      <WaitingForm
        who={waiting?.who ?? ""}
        followUpOn={waiting?.followUpOn ?? ""}
        field={field}
        onSet={(next) => {
          const since = waiting?.since ?? new Date().toISOString();
          mutate("task.update", { taskId: task.id, waitingFor: next && { ...next, since } });
          setOpen(false);
        }}
      />
    </FieldPopover>
  );
}

function WaitingForm({
  who: begunWho,
  followUpOn: begunDay,
  field,
  onSet,
}: {
  who: string;
  followUpOn: string;
  field: React.RefObject<HTMLInputElement | null>;
  onSet: (waiting: { who: string; followUpOn: string | null } | null) => void;
}) {
  const [who, setWho] = useState(begunWho);
  const [day, setDay] = useState(begunDay);
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    onSet({ who: who.trim(), followUpOn: day || null });
  };
  return (
    <form onSubmit={handleSubmit} className="grid gap-2 p-1.5">
      <label className="grid gap-1 text-xs font-medium text-ink-3">
        {strings.who}
        <input
          ref={field}
          value={who}
          maxLength={limits.waitingForWho}
          onChange={(event) => setWho(event.currentTarget.value)}
          className={fieldClass}
        />
      </label>
      <label className="grid gap-1 text-xs font-medium text-ink-3">
        {strings.followUp}
        <input
          type="date"
          value={day}
          min={firstDay}
          max={lastDay}
          onChange={(event) => setDay(event.currentTarget.value)}
          className={fieldClass}
        />
      </label>
      <FieldFormActions onClear={() => onSet(null)} />
    </form>
  );
}
