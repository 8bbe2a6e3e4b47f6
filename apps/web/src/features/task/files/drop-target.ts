import { type TaskId, taskIdSchema } from "@kanban/domain/ids";

/** Marks what a file is held over; styles see it. */
export const overAttribute = "data-file-over";

/** The task a file may be dropped on at some place of the page: the open one wherever its panel is, else a card's. */
export function dropTargetAt(target: EventTarget | null): { element: HTMLElement; taskId: TaskId } | null {
  const element = (target as Element | null)?.closest?.<HTMLElement>("[data-files-task], [data-task-id]");
  const taskId = taskIdSchema.safeParse(element?.dataset["filesTask"] ?? element?.dataset["taskId"]);
  return element && taskId.success ? { element, taskId: taskId.data } : null;
}

/** The task whose panel is open. */
export function openTaskId(): TaskId | null {
  const panel = document.querySelector<HTMLElement>("[data-files-task]");
  return panel ? (taskIdSchema.safeParse(panel.dataset["filesTask"]).data ?? null) : null;
}
