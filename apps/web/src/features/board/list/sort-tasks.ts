import { type BoardView, orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import { prioritySchema, type TaskCard } from "@kanban/domain/entities";
import { isWholeDay } from "@kanban/domain/whole-day";
import type { ListField, ListSort } from "./list-fields.ts";

type Key = string | number | null;

/** The tasks of a board from the first column's top to the last one's end, ordered by a field where one is asked. */
export function sortTasks(view: BoardView, shown: (task: TaskCard) => boolean, sort: ListSort): TaskCard[] {
  const columns = orderedColumns(view);
  const tasks = columns.flatMap(({ id }) => tasksInColumn(view, id).filter(shown));
  if (!sort) return tasks;
  const places = new Map(columns.map(({ id }, index) => [id, index]));
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const keyed = tasks.map((task) => ({ task, key: keyOf(view, task, sort.field, places) }));
  const direction = sort.isDown ? -1 : 1;
  // Equal keys keep the board's order; what has no value comes last either way.
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
    return order * direction;
  });
  return keyed.map(({ task }) => task);
}

function keyOf(view: BoardView, task: TaskCard, field: ListField, places: ReadonlyMap<string, number>): Key {
  switch (field) {
    case "title":
      return task.title;
    case "column":
      return places.get(task.columnId) ?? null;
    case "due":
      // A whole day ends when it ends: after every time of it.
      return task.dueAt && Date.parse(isWholeDay(task.dueAt) ? `${task.dueAt}T23:59:59` : task.dueAt);
    case "project":
      return (task.projectId && view.projects[task.projectId]?.name) ?? null;
    case "tags":
      return names(task.tagIds.map((id) => view.tags[id]?.name));
    case "contexts":
      return names(task.contextIds.map((id) => view.contexts[id]?.name));
    case "assignees":
      return names(task.assigneeIds.map((id) => view.members[id]?.name));
    case "priority":
      // Up begins with what matters.
      return -prioritySchema.options.indexOf(task.priority);
    case "age":
      return Date.parse(task.enteredColumnAt);
    case "estimate":
      return task.estimateMinutes;
  }
}

function names(found: readonly (string | undefined)[]): string | null {
  return found.length === 0 ? null : found.join(", ");
}
