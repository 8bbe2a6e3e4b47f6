"use client";

import { Check, Copy } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { classNames } from "../../../components/ui/class-names.ts";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { devicesStrings } from "./devices.strings.ts";

const strings = devicesStrings.dialog;

/** Something to be taken elsewhere, whole: in mono, selected by one press, copied by another. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const id = useId();
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <input
          id={id}
          readOnly
          value={value}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className={classNames(fieldClass, "font-mono text-xs!")}
        />
        <Button tone="primary" className="touch:h-11" onClick={() => void copy()}>
          {outcome === "copied" ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          {outcome === "copied" ? strings.copied : strings.copy}
        </Button>
      </div>
      <p role="status" className={classNames("text-xs text-danger", outcome === "copied" && "sr-only")}>
        {outcome === "failed" ? strings.notCopied : outcome === "copied" ? strings.copied : ""}
      </p>
    </div>
  );
}
