import type { Priority } from "@kanban/domain/entities";
import type { FieldChoice } from "../../../task/fields/choices/field-choice.ts";
import { priorityOptions } from "../../../task/fields/choices/priority-choice.tsx";
import { taskStrings } from "../../../task/task.strings.ts";
import { bulk } from "../bulk.ts";
import { selectedIds } from "../select.ts";
import { selectStrings } from "../select.strings.ts";
import { sharedValue } from "./shared.ts";
import type { TasksInHand } from "./tasks-in-hand.ts";

const { actions, done } = selectStrings;

/** How much all of them matter. */
export function bulkPriorityChoice({ screen, tasks }: TasksInHand): FieldChoice<Priority> {
  const shared = sharedValue(tasks, (task) => task.priority);
  return {
    label: actions.priority,
    placeholder: taskStrings.fields.find.priority,
    options: priorityOptions,
    chosen: shared === undefined ? [] : [shared],
    closesOnChoice: true,
    inOrder: true,
    onToggle: (priority) => {
      const ids = selectedIds(screen);
      bulk(screen, ids, { kind: "update", priority }, done.changed(ids.length));
    },
    onCreate: null,
  };
}
