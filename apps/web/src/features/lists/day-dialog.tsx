"use client";

import { lastDay } from "@kanban/domain/whole-day";
import { type SubmitEvent, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { fieldClass } from "../../components/ui/text-field.tsx";
import { dayAfter, momentWords, nextMonday } from "../task/moment-words.ts";
import { listsStrings } from "./lists.strings.ts";
import type { DayQuestion } from "./use-list-acts.tsx";

/** Asks for a day: a near one at once, or any other. */
export function DayDialog({ title, text, day: begun, min, onDay, onClose }: DayQuestion & { onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState(begun ?? "");
  const take = (taken: string) => {
    onClose();
    onDay(taken);
  };
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (day >= min) take(day);
    else field.current?.focus();
  };
  const near = [...new Set([nextMonday(min), dayAfter(min, 7), dayAfter(min, 30)])];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={text} initialFocus={field}>
      <form noValidate onSubmit={handleSubmit} className="grid gap-3">
        <div className="flex flex-wrap gap-1.5">
          {near.map((each) => (
            <Button key={each} onClick={() => take(each)}>
              {momentWords(each, new Date())}
            </Button>
          ))}
        </div>
        <label className="grid gap-1 text-sm font-medium text-ink-2">
          {listsStrings.day}
          <input
            ref={field}
            type="date"
            value={day}
            min={min}
            max={lastDay}
            onChange={(event) => setDay(event.currentTarget.value)}
            className={fieldClass}
          />
        </label>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{listsStrings.cancel}</Button>
          <Button type="submit" tone="primary">
            {listsStrings.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
