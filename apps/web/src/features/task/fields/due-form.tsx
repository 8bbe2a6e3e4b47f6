"use client";

import { firstDay, lastDay } from "@kanban/domain/whole-day";
import { type SubmitEvent, useRef, useState } from "react";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { dayAfter, fieldsOf, momentOf, momentWords, nextMonday } from "../moment-words.ts";
import { taskStrings } from "../task.strings.ts";
import { FieldFormActions } from "./field-popover.tsx";

const strings = taskStrings.fields;

/** A date with an optional time: a near day at once, or any other. */
export function DueForm({
  dueAt,
  today,
  canClear = dueAt !== null,
  onSet,
}: {
  dueAt: string | null;
  today: string;
  canClear?: boolean;
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
          min={firstDay}
          max={lastDay}
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
      <FieldFormActions canClear={canClear} onClear={() => onSet(null)} />
    </form>
  );
}
