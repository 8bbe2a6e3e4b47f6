"use client";

import { Flag } from "lucide-react";
import { Menu, MenuRadioGroup } from "../../../../components/ui/menu.tsx";
import { bulkPriorityChoice } from "../choices/bulk-priority-choice.tsx";
import { BarButton } from "./bar-button.tsx";
import { useBulkPanel } from "./use-bulk-panel.ts";
import { useTasksInHand } from "./use-selected-tasks.ts";

/** How much all of them matter. */
export function PriorityAction() {
  const { label, options, chosen, onToggle } = bulkPriorityChoice(useTasksInHand());
  const { open, onOpenChange } = useBulkPanel("priority");
  return (
    <Menu
      label={label}
      align="center"
      open={open}
      onOpenChange={onOpenChange}
      trigger={<BarButton icon={<Flag size={15} />} label={label} command="priority" />}
    >
      <MenuRadioGroup
        value={chosen[0] ?? null}
        options={options.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onToggle}
      />
    </Menu>
  );
}
