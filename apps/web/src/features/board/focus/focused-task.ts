import { type ColumnId, columnIdSchema, type TaskId, taskIdSchema } from "@kanban/domain/ids";

/** The task whose card (or something inside it) has the focus. */
export function focusedTaskId(): TaskId | null {
  const card = document.activeElement?.closest<HTMLElement>("[data-task-id]");
  return taskIdSchema.safeParse(card?.dataset["taskId"]).data ?? null;
}

/** The column that has the focus inside it, else the first one on the board. */
export function focusedColumnId(): ColumnId | null {
  const column =
    document.activeElement?.closest<HTMLElement>("[data-column-id]") ??
    document.querySelector<HTMLElement>("[data-column-id]");
  return columnIdSchema.safeParse(column?.dataset["columnId"]).data ?? null;
}
