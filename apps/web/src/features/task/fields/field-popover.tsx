"use client";

import type { ReactNode, RefObject } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { Popover } from "../../../components/ui/popover.tsx";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { FieldRow, fieldValueClass, SpokenLabel } from "./field-row.tsx";

/** A field whose value is a button that opens a small form; for a viewer the value alone. */
export function FieldPopover({
  label,
  value,
  open,
  onOpenChange,
  initialFocus,
  children,
}: {
  label: string;
  value: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  initialFocus?: RefObject<HTMLElement | null>;
  /** The form. */
  children: ReactNode;
}) {
  const { canEdit } = useTaskPanel();
  const trigger = (
    <button type="button" className={fieldValueClass}>
      <SpokenLabel>{label}</SpokenLabel>
      {value}
    </button>
  );
  const focus = initialFocus ? { initialFocus } : {};
  return (
    <FieldRow label={label}>
      {canEdit ? (
        <Popover label={label} open={open} onOpenChange={onOpenChange} trigger={trigger} {...focus}>
          {children}
        </Popover>
      ) : (
        <span className="text-sm">{value}</span>
      )}
    </FieldRow>
  );
}

/** The last row of such a form: take the value away, or set what was typed. */
export function FieldFormActions({ canClear = true, onClear }: { canClear?: boolean; onClear: () => void }) {
  return (
    <div className="flex justify-between gap-2">
      <Button tone="quiet" disabled={!canClear} onClick={onClear} className="-ml-1">
        {taskStrings.fields.clear}
      </Button>
      <Button type="submit" tone="primary">
        {taskStrings.fields.set}
      </Button>
    </div>
  );
}
