"use client";

import { type SubmitEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { fieldClass } from "../../components/ui/text-field.tsx";
import { clarifyStrings } from "./clarify.strings.ts";
import { StepFrame } from "./step-frame.tsx";

/** A question answered in a line of text. */
export function TextStep({
  question,
  placeholder,
  begun = "",
  canBeEmpty,
  maxLength,
  onText,
  onBack,
}: {
  question: string;
  placeholder?: string;
  begun?: string | undefined;
  canBeEmpty: boolean;
  maxLength: number;
  onText: (text: string) => void;
  onBack: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [text, setText] = useState(begun);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() !== "" || canBeEmpty) onText(text.trim());
    else field.current?.focus();
  };
  return (
    <StepFrame question={question} onBack={onBack}>
      <form noValidate onSubmit={handleSubmit} className="grid gap-3">
        <div className="grid gap-1">
          <input
            ref={field}
            // The heading above says it to those who see it.
            aria-label={question}
            aria-describedby={canBeEmpty ? hintId : undefined}
            placeholder={placeholder}
            value={text}
            maxLength={maxLength}
            autoComplete="off"
            onChange={(event) => setText(event.currentTarget.value)}
            className={fieldClass}
          />
          {canBeEmpty && (
            <p id={hintId} className="text-xs text-ink-3">
              {clarifyStrings.mayBeEmpty}
            </p>
          )}
        </div>
        <Button type="submit" tone="primary" keys="Enter" className="justify-self-start max-sm:justify-self-stretch">
          {clarifyStrings.go}
        </Button>
      </form>
    </StepFrame>
  );
}
