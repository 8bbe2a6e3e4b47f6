import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";

/** The task whose card (or something inside it) has the focus. */
export function focusedTaskId(): TaskId | null {
  const card = document.activeElement?.closest<HTMLElement>("[data-task-id]");
  return readId<TaskId>(card?.dataset["taskId"]);
}

/** The column that has the focus inside it, else the first one on the board. */
export function focusedColumnId(): ColumnId | null {
  const column =
    document.activeElement?.closest<HTMLElement>("[data-column-id]") ??
    document.querySelector<HTMLElement>("[data-column-id]");
  return readId<ColumnId>(column?.dataset["columnId"]);
}
