"use client";

import { type ReactNode, useRef } from "react";
import { Popover } from "../../../../components/ui/popover.tsx";
import type { PickerOption } from "../../../task/fields/filter-options.ts";
import { OptionList } from "../../../task/fields/option-list.tsx";
import type { BulkPanel } from "../../state/screen-state.ts";
import { BarButton } from "./bar-button.tsx";
import { useBulkPanel } from "./use-bulk-panel.ts";

/** A button of the bar that opens a list to choose from. */
export function ListAction<Id extends string>({
  panel,
  icon,
  label,
  placeholder,
  options,
  all,
  some = [],
  isOneOnly = false,
  onToggle,
  onCreate,
}: {
  panel: BulkPanel;
  icon: ReactNode;
  label: string;
  placeholder: string;
  options: readonly PickerOption<Id>[];
  /** What all chosen tasks have. */
  all: readonly Id[];
  /** What some of them have. */
  some?: readonly Id[];
  isOneOnly?: boolean;
  onToggle: (id: Id) => void;
  onCreate?: (name: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const { open, onOpenChange, finalFocus } = useBulkPanel(panel);
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={onOpenChange}
      initialFocus={field}
      finalFocus={finalFocus}
      align="center"
      trigger={<BarButton icon={icon} label={label} command={panel} />}
    >
      <OptionList
        choice={{
          ...{ label, placeholder, options, chosen: all, partly: some, closesOnChoice: isOneOnly, onToggle },
          onCreate: onCreate ?? null,
        }}
        field={field}
        onDone={() => onOpenChange(false)}
      />
    </Popover>
  );
}
