"use client";

import { type ReactNode, useRef } from "react";
import { Popover } from "../../../components/ui/popover.tsx";
import { fieldValueClass, SpokenLabel } from "./field-row.tsx";
import type { PickerOption } from "./filter-options.ts";
import { OptionList } from "./option-list.tsx";

/** A value that opens a list to choose from by typing; arrows move, Enter takes, what is not there can be created. */
export function OptionPicker<Id extends string>({
  label,
  placeholder,
  options,
  chosen,
  closesOnChoice = false,
  open,
  onOpenChange,
  onToggle,
  onCreate,
  children,
}: {
  label: string;
  placeholder: string;
  options: readonly PickerOption<Id>[];
  chosen: readonly Id[];
  closesOnChoice?: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onToggle: (id: Id) => void;
  onCreate: (name: string) => void;
  /** The value as it reads while the list is closed. */
  children: ReactNode;
}) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={onOpenChange}
      initialFocus={field}
      trigger={
        <button type="button" className={fieldValueClass}>
          <SpokenLabel>{label}</SpokenLabel>
          {children}
        </button>
      }
    >
      <OptionList
        label={label}
        placeholder={placeholder}
        field={field}
        options={options}
        chosen={chosen}
        isOneOnly={closesOnChoice}
        onToggle={onToggle}
        onCreate={onCreate}
        onTaken={closesOnChoice ? () => onOpenChange(false) : undefined}
      />
    </Popover>
  );
}
