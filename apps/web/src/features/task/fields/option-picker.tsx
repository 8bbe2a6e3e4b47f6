"use client";

import { type ReactNode, useRef } from "react";
import { Popover } from "../../../components/ui/popover.tsx";
import type { FieldChoice } from "./choices/field-choice.ts";
import { fieldValueClass, SpokenLabel } from "./field-row.tsx";
import { OptionList } from "./option-list.tsx";

/** A value that opens a list to choose from. */
export function OptionPicker<Id extends string>({
  choice,
  open,
  onOpenChange,
  children,
}: {
  choice: FieldChoice<Id>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The value as it reads while the list is closed. */
  children: ReactNode;
}) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <Popover
      label={choice.label}
      open={open}
      onOpenChange={onOpenChange}
      initialFocus={field}
      trigger={
        <button type="button" className={fieldValueClass}>
          <SpokenLabel>{choice.label}</SpokenLabel>
          {children}
        </button>
      }
    >
      <OptionList choice={choice} field={field} onDone={() => onOpenChange(false)} />
    </Popover>
  );
}
