"use client";

import { type ReactNode, useRef } from "react";
import { Popover } from "../../../../components/ui/popover.tsx";
import type { ChosenField } from "../../../task/fields/choices/choice-of.ts";
import { OptionList } from "../../../task/fields/option-list.tsx";
import { bulkChoiceOf } from "../choices/bulk-choice-of.ts";
import { BarButton } from "./bar-button.tsx";
import { useBulkPanel } from "./use-bulk-panel.ts";
import { useTasksInHand } from "./use-selected-tasks.ts";

/** A button of the bar that opens the list of what there is to choose for a field of all tasks. */
export function ListAction({ panel, icon }: { panel: ChosenField; icon: ReactNode }) {
  const field = useRef<HTMLInputElement>(null);
  const { open, onOpenChange, finalFocus } = useBulkPanel(panel);
  const choice = bulkChoiceOf(panel, useTasksInHand());
  return (
    <Popover
      label={choice.label}
      open={open}
      onOpenChange={onOpenChange}
      initialFocus={field}
      finalFocus={finalFocus}
      align="center"
      trigger={<BarButton icon={icon} label={choice.label} command={panel} />}
    >
      <OptionList choice={choice} field={field} onDone={() => onOpenChange(false)} />
    </Popover>
  );
}
