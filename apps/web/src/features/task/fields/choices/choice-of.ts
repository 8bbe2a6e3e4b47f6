import { assigneeChoice } from "./assignee-choice.tsx";
import { contextChoice } from "./context-choice.tsx";
import type { FieldChoice, TaskInHand } from "./field-choice.ts";
import { priorityChoice } from "./priority-choice.tsx";
import { projectChoice } from "./project-choice.tsx";
import { tagChoice } from "./tag-choice.tsx";

const makers = {
  tags: tagChoice,
  assign: assigneeChoice,
  contexts: contextChoice,
  project: projectChoice,
  priority: priorityChoice,
} as const;

/** The fields that are chosen from a list. */
export type ChosenField = keyof typeof makers;

/** What there is to choose for a field of a task, in the order of the names unless it has one of its own. */
export function choiceOf(field: ChosenField, hand: TaskInHand): FieldChoice {
  // Each list hands out the ids it gets back.
  return makers[field](hand) as unknown as FieldChoice;
}
