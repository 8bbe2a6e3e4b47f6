"use client";

import { lastDay } from "@kanban/domain/whole-day";
import { type SubmitEvent, useId, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { fieldClass } from "../../components/ui/text-field.tsx";
import { momentWords } from "../task/moment-words.ts";
import { ChoiceStep, type StepChoice } from "./choice-step.tsx";
import { clarifyStrings } from "./clarify.strings.ts";

/** A question for a day: near ones under digits, or any other; `none` where there need not be one. */
export function DayStep({
  question,
  days,
  min,
  none,
  isNoneFirst = false,
  given,
  onDay,
  onBack,
}: {
  question: string;
  days: readonly { label: string; day: string }[];
  min: string;
  none?: string | undefined;
  isNoneFirst?: boolean;
  /** What was answered before: it comes first, so that Enter takes it again. */
  given?: string | null | undefined;
  onDay: (day: string | null) => void;
  onBack: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState("");
  const [isTooEarly, setTooEarly] = useState(false);
  const problemId = useId();
  const now = new Date();
  const near = [...(given ? [{ label: clarifyStrings.asBefore, day: given }] : []), ...days]
    .filter((each, index, all) => all.findIndex((other) => other.day === each.day) === index)
    .map((each): StepChoice => {
      const { label } = each;
      return { key: each.day, label, note: momentWords(each.day, now), onTake: () => onDay(each.day) };
    });
  const noDay: StepChoice[] = none ? [{ key: "none", label: none, onTake: () => onDay(null) }] : [];
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (day >= min) return onDay(day);
    setTooEarly(true);
    field.current?.focus();
  };
  return (
    <ChoiceStep
      question={question}
      choices={given === null || (isNoneFirst && !given) ? [...noDay, ...near] : [...near, ...noDay]}
      onBack={onBack}
      after={
        <form noValidate onSubmit={handleSubmit} className="flex flex-wrap items-end gap-2">
          <label className="grid gap-1 text-xs font-medium text-ink-2">
            {clarifyStrings.otherDay}
            <input
              ref={field}
              type="date"
              value={day}
              min={min}
              max={lastDay}
              aria-invalid={isTooEarly ? true : undefined}
              aria-describedby={isTooEarly ? problemId : undefined}
              onChange={(event) => {
                setDay(event.currentTarget.value);
                setTooEarly(false);
              }}
              className={`${fieldClass} w-44!`}
            />
          </label>
          {day !== "" && (
            <Button type="submit" className="h-8 touch:h-11">
              {clarifyStrings.go}
            </Button>
          )}
          {isTooEarly && (
            <p role="alert" id={problemId} className="basis-full text-xs text-danger">
              {clarifyStrings.tooEarly(momentWords(min, now))}
            </p>
          )}
        </form>
      }
    />
  );
}
