import type { TaskId } from "@kanban/domain/ids";

/** The card of a task, while it is drawn. */
export function cardElement(taskId: TaskId): HTMLElement | null {
  return document.querySelector(`article[data-task-id="${taskId}"]`);
}
