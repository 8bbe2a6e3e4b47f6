import type { BoardView } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import { taskIdSchema } from "@kanban/domain/ids";
import { findTask } from "../../task/find-task.ts";
import { taskRefInPath } from "../../task/task-location.ts";
import type { CommandLayer } from "../mounted-commands.ts";

/** The task that commands act on: the open one, else the one whose card has the focus. */
export function taskInFocus(
  view: BoardView,
  { on, origin, pathname }: { on: CommandLayer; origin: Element | null; pathname: string },
): TaskCard | null {
  if (on === "task") {
    const ref = taskRefInPath(pathname);
    return ref && findTask(view, ref);
  }
  const id = taskIdSchema.safeParse(origin?.closest<HTMLElement>("[data-task-id]")?.dataset["taskId"]);
  return id.success ? (view.tasks[id.data] ?? null) : null;
}
