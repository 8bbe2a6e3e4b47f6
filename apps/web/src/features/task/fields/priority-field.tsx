"use client";

import { type Priority, prioritySchema } from "@kanban/domain/entities";
import { Flag } from "lucide-react";
import { Menu, MenuRadioGroup } from "../../../components/ui/menu.tsx";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { FieldRow, fieldValueClass, SpokenLabel } from "./field-row.tsx";

const strings = taskStrings.fields;
const options = [...prioritySchema.options].reverse().map((value) => ({ value, label: strings.priorities[value] }));

/** How much it matters. */
export function PriorityField({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { task, canEdit, mutate } = useTaskPanel();
  const set = (priority: Priority) => mutate("task.update", { taskId: task.id, priority });
  const value = (
    <>
      {task.priority === "high" && <Flag size={13} aria-hidden className="shrink-0 text-danger" />}
      <span className={task.priority === "normal" ? "text-ink-3" : ""}>{strings.priorities[task.priority]}</span>
    </>
  );
  return (
    <FieldRow label={strings.priority}>
      {canEdit ? (
        <Menu
          label={strings.priority}
          open={open}
          onOpenChange={onOpenChange}
          trigger={
            <button type="button" className={fieldValueClass}>
              <SpokenLabel>{strings.priority}</SpokenLabel>
              {value}
            </button>
          }
        >
          <MenuRadioGroup value={task.priority} options={options} onChange={set} />
        </Menu>
      ) : (
        <span className="flex items-center gap-1 text-sm">{value}</span>
      )}
    </FieldRow>
  );
}
