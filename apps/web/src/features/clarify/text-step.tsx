"use client";

import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { TextField } from "../../components/ui/text-field.tsx";
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
        <TextField
          ref={field}
          label={question}
          isLabelShown={false}
          placeholder={placeholder}
          hint={canBeEmpty ? clarifyStrings.mayBeEmpty : undefined}
          value={text}
          maxLength={maxLength}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" tone="primary" keys="Enter" className="justify-self-start max-sm:justify-self-stretch">
          {clarifyStrings.go}
        </Button>
      </form>
    </StepFrame>
  );
}
