import type { BoardView } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import type { Mutate } from "../../../sync/asked-change.ts";
import { selectStrings } from "../../board/select/select.strings.ts";
import { type ChosenField, choiceOf } from "../../task/fields/choices/choice-of.ts";
import type { FieldChoice } from "../../task/fields/choices/field-choice.ts";
import type { MountedSelection } from "../mounted-selection.ts";

/** What the commands for a task act on: the one in focus, or all that are chosen. */
export type Subject = {
  /** The heading its commands stand under. */
  title: string;
  tasks: readonly TaskCard[];
  /** Chosen together: every command says how many, and what can be done to one alone is not offered. */
  isChosen: boolean;
  choiceOf: (field: ChosenField) => FieldChoice;
  setDue: (dueAt: string | null) => void;
};

/** One task. */
export function oneTask(view: BoardView, task: TaskCard, mutate: Mutate): Subject {
  return {
    title: task.title,
    tasks: [task],
    isChosen: false,
    choiceOf: (field) => choiceOf(field, { view, task, mutate }),
    setDue: (dueAt) => void mutate("task.update", { taskId: task.id, dueAt }),
  };
}

/** All chosen tasks, by the acts of the selection bar; `null` when they have just left the board. */
export function chosenTasks(view: BoardView, { taskIds, choiceOf: choice, setDue }: MountedSelection): Subject | null {
  const tasks = taskIds().flatMap((id) => view.tasks[id] ?? []);
  if (tasks.length === 0) return null;
  return { title: selectStrings.selected(tasks.length), tasks, isChosen: true, choiceOf: choice, setDue };
}
