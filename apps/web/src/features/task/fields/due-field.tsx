"use client";

import type { Hint } from "@kanban/domain/entities";
import { type SubmitEvent, useRef, useState } from "react";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { dueWording } from "../../board/card/due-wording.ts";
import { dayAfter, fieldsOf, localDay, momentOf, momentWords, nextMonday } from "../moment-words.ts";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { FieldFormActions, FieldPopover } from "./field-popover.tsx";

const strings = taskStrings.fields;
const tones = { late: "text-danger font-strong", soon: "text-warn font-strong", later: "" } as const;

/** The due date with an optional time; a proposed one stands beside it in the hints' colour. `d` opens it. */
export function DueField({
  hint,
  open,
  onOpenChange,
}: {
  hint: Hint | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { task, mutate } = useTaskPanel();
  const now = new Date();
  const set = (dueAt: string | null) => {
    mutate("task.update", { taskId: task.id, dueAt });
    onOpenChange(false);
  };
  // A finished task is not late any more.
  const tone = task.dueAt && !task.finishedAt ? dueWording(task.dueAt, now.getTime()).tone : "later";
  const value = (
    <>
      {task.dueAt ? (
        <span className={tones[tone]}>
          {momentWords(task.dueAt, now)}
          {tone === "late" && ` · ${dueWording(task.dueAt, now.getTime()).text.toLocaleLowerCase()}`}
        </span>
      ) : (
        <span className="text-ink-3">{strings.none}</span>
      )}
      {hint?.value.kind === "due-date" && (
        <span className="text-hint">{strings.hinted(momentWords(hint.value.dueAt, now))}</span>
      )}
    </>
  );
  return (
    <FieldPopover label={strings.due} value={value} open={open} onOpenChange={onOpenChange}>
      <DueForm dueAt={task.dueAt} today={localDay(now)} onSet={set} />
    </FieldPopover>
  );
}

/** The form behind a due date: quick choices, a day and an optional time. */
export function DueForm({
  dueAt,
  today,
  onSet,
}: {
  dueAt: string | null;
  today: string;
  onSet: (dueAt: string | null) => void;
}) {
  const begun = dueAt ? fieldsOf(dueAt) : { day: "", time: "" };
  const [day, setDay] = useState(begun.day);
  const [time, setTime] = useState(begun.time);
  const dayField = useRef<HTMLInputElement>(null);
  const quick = [
    { label: strings.today, day: today },
    { label: strings.tomorrow, day: dayAfter(today, 1) },
    { label: strings.nextMonday, day: nextMonday(today) },
  ].filter((choice, index, all) => all.findIndex(({ day: other }) => other === choice.day) === index);
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (day === "") dayField.current?.focus();
    else onSet(momentOf(day, time));
  };
  return (
    <form onSubmit={handleSubmit} className="grid gap-2 p-1.5">
      <div className="grid">
        {quick.map((choice) => (
          <button
            key={choice.label}
            type="button"
            onClick={() => onSet(momentOf(choice.day, time))}
            className="flex min-h-7 items-center justify-between gap-3 rounded-[6px] px-2 text-sm hover:bg-[color-mix(in_oklab,var(--ink)_7%,transparent)] touch:min-h-11"
          >
            {choice.label}
            <span className="text-xs text-ink-3">{momentWords(choice.day, new Date())}</span>
          </button>
        ))}
      </div>
      <label className="grid gap-1 text-xs font-medium text-ink-3">
        {strings.date}
        <input
          ref={dayField}
          type="date"
          value={day}
          min="1900-01-01"
          max="2200-12-31"
          onChange={(event) => setDay(event.currentTarget.value)}
          className={fieldClass}
        />
      </label>
      <label className="grid gap-1 text-xs font-medium text-ink-3">
        {strings.time}
        <input
          type="time"
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
          className={fieldClass}
        />
      </label>
      <FieldFormActions canClear={dueAt !== null} onClear={() => onSet(null)} />
    </form>
  );
}
