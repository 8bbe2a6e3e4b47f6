import type { ChosenField } from "../../../task/fields/choices/choice-of.ts";
import type { FieldChoice } from "../../../task/fields/choices/field-choice.ts";
import { bulkAssigneeChoice } from "./bulk-assignee-choice.tsx";
import { bulkContextChoice } from "./bulk-context-choice.tsx";
import { bulkPriorityChoice } from "./bulk-priority-choice.tsx";
import { bulkProjectChoice } from "./bulk-project-choice.tsx";
import { bulkTagChoice } from "./bulk-tag-choice.tsx";
import type { TasksInHand } from "./tasks-in-hand.ts";

const makers = {
  tags: bulkTagChoice,
  assign: bulkAssigneeChoice,
  contexts: bulkContextChoice,
  project: bulkProjectChoice,
  priority: bulkPriorityChoice,
} as const;

/** What there is to choose for a field of several tasks; choosing changes all of them by one act. */
export function bulkChoiceOf(field: ChosenField, hand: TasksInHand): FieldChoice {
  // Each list hands out the ids it gets back.
  return makers[field](hand) as unknown as FieldChoice;
}
