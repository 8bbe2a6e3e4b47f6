"use client";

import { Flag } from "lucide-react";
import { type Priority, prioritySchema } from "@kanban/domain/entities";
import { Menu, MenuRadioGroup } from "../../../../components/ui/menu.tsx";
import { taskStrings } from "../../../task/task.strings.ts";
import { useScreen } from "../../state/screen.tsx";
import { bulk } from "../bulk.ts";
import { selectedIds } from "../select.ts";
import { selectStrings } from "../select.strings.ts";
import { BarButton } from "./bar-button.tsx";
import { useBulkPanel } from "./use-bulk-panel.ts";
import { sharedValue, useSelectedTasks } from "./use-selected-tasks.ts";

const { actions, done } = selectStrings;
const words = taskStrings.fields.priorities;
const options = [...prioritySchema.options].reverse().map((value) => ({ value, label: words[value] }));

/** How much all of them matter. */
export function PriorityAction() {
  const screen = useScreen();
  const shared = sharedValue(useSelectedTasks(), (task) => task.priority);
  const { open, onOpenChange } = useBulkPanel("priority");
  const set = (priority: Priority) => {
    const ids = selectedIds(screen);
    bulk(screen, ids, { kind: "update", priority }, done.changed(ids.length));
  };
  return (
    <Menu
      label={actions.priority}
      align="center"
      open={open}
      onOpenChange={onOpenChange}
      trigger={<BarButton icon={<Flag size={15} />} label={actions.priority} command="priority" />}
    >
      <MenuRadioGroup value={shared ?? null} options={options} onChange={set} />
    </Menu>
  );
}
