"use client";

import { type SubmitEvent, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { TextField } from "../../components/ui/text-field.tsx";
import { pairStrings as strings } from "./pair.strings.ts";

const lettersInCode = 8;

/** Where a code is typed that came without an address. */
export function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState("");
  const [isShort, setShort] = useState(false);
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (code.replace(/[^a-z]/giu, "").length === lettersInCode) return onCode(code.trim());
    setShort(true);
    field.current?.focus();
  };
  return (
    <form noValidate className="grid gap-4" onSubmit={handleSubmit}>
      <p className="text-md text-ink-2">{strings.typeText}</p>
      <TextField
        ref={field}
        label={strings.code}
        placeholder={strings.codePlaceholder}
        value={code}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        error={isShort ? strings.codeMissing : undefined}
        onChange={(event) => {
          setCode(event.currentTarget.value.toUpperCase());
          setShort(false);
        }}
      />
      <Button type="submit" tone="primary" keys="Enter" className="justify-self-start">
        {strings.next}
      </Button>
    </form>
  );
}
