import { type Priority, prioritySchema } from "@kanban/domain/entities";
import { Flag } from "lucide-react";
import { taskStrings } from "../../task.strings.ts";
import type { FieldChoice, TaskInHand } from "./field-choice.ts";

const tones: Record<Priority, string> = { high: "text-danger", normal: "text-ink-3", low: "text-transparent" };

/** The priorities as they are chosen from, the highest first. */
export const priorityOptions = [...prioritySchema.options].reverse().map((id) => ({
  id,
  name: taskStrings.fields.priorities[id],
  icon: <Flag size={13} aria-hidden className={tones[id]} />,
}));

/** How much a task matters. */
export function priorityChoice({ task, mutate }: TaskInHand): FieldChoice<Priority> {
  return {
    label: taskStrings.fields.priority,
    placeholder: taskStrings.fields.find.priority,
    options: priorityOptions,
    chosen: [task.priority],
    closesOnChoice: true,
    inOrder: true,
    onToggle: (priority) => mutate("task.update", { taskId: task.id, priority }),
    onCreate: null,
  };
}
