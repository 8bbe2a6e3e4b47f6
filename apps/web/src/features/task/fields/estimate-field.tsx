"use client";

import { estimateWords, parseEstimate } from "@kanban/domain/estimate";
import { type SubmitEvent, useId, useRef, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { FieldFormActions, FieldPopover } from "./field-popover.tsx";

const strings = taskStrings.fields;
const presets = [5, 15, 30, 60, 120, 240] as const;

/** How long the task should take. */
export function EstimateField() {
  const { task, mutate } = useTaskPanel();
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const set = (estimateMinutes: number | null) => {
    mutate("task.update", { taskId: task.id, estimateMinutes });
    setOpen(false);
  };
  const value =
    task.estimateMinutes === null ? (
      <span className="text-ink-3">{strings.none}</span>
    ) : (
      estimateWords(task.estimateMinutes)
    );
  return (
    <FieldPopover label={strings.estimate} value={value} open={open} onOpenChange={setOpen} initialFocus={field}>
      <EstimateForm minutes={task.estimateMinutes} onSet={set} field={field} />
    </FieldPopover>
  );
}

function EstimateForm({
  minutes,
  onSet,
  field,
}: {
  minutes: number | null;
  onSet: (minutes: number | null) => void;
  field: React.RefObject<HTMLInputElement | null>;
}) {
  const noteId = useId();
  const [typed, setTyped] = useState(minutes === null ? "" : estimateWords(minutes));
  const [isInvalid, setInvalid] = useState(false);
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (typed.trim() === "") return onSet(null);
    const parsed = parseEstimate(typed);
    if (parsed === null) setInvalid(true);
    else onSet(parsed);
  };
  return (
    <form onSubmit={handleSubmit} className="grid gap-2 p-1.5">
      <input
        ref={field}
        aria-label={strings.estimateField}
        aria-invalid={isInvalid || undefined}
        aria-describedby={noteId}
        placeholder="1h 30"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setInvalid(false);
        }}
        className={fieldClass}
      />
      <p id={noteId} className={isInvalid ? "text-xs text-danger" : "text-xs text-ink-3"}>
        {isInvalid ? strings.estimateInvalid : strings.estimateField}
      </p>
      <div className="grid grid-cols-3 gap-1">
        {presets.map((preset) => (
          <Button
            key={preset}
            aria-pressed={preset === minutes}
            onClick={() => onSet(preset)}
            className="aria-pressed:border-accent"
          >
            {estimateWords(preset)}
          </Button>
        ))}
      </div>
      <FieldFormActions canClear={minutes !== null} onClear={() => onSet(null)} />
    </form>
  );
}
