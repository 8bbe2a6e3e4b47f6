"use client";

import { prioritySchema, type TaskCard } from "@kanban/domain/entities";
import { useCanEdit, useScreen } from "../state/screen.tsx";
import { CellSelect } from "./cell-select.tsx";
import { listStrings } from "./list.strings.ts";

const options = prioritySchema.options.toReversed().map((value) => ({ value, label: listStrings.priorities[value] }));

/** How much the task matters. */
export function PriorityCell({ task }: { task: TaskCard }) {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const quiet = task.priority === "high" ? "font-strong text-ink!" : "text-ink-3!";
  if (!canEdit) return <span className={quiet}>{listStrings.priorities[task.priority]}</span>;
  return (
    <CellSelect
      label={listStrings.change(listStrings.fields.priority, task.title)}
      value={task.priority}
      options={options}
      onChange={(priority) => screen.mutate("task.update", { taskId: task.id, priority })}
      className={quiet}
    />
  );
}
