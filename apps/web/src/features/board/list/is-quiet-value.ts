import type { TaskCard } from "@kanban/domain/entities";
import type { ListField } from "./list-fields.ts";

/** True where a field says nothing that changes a decision. */
export function isQuietValue(task: TaskCard, field: ListField): boolean {
  switch (field) {
    case "title":
    case "column":
      return false;
    case "due":
      return task.dueAt === null;
    case "project":
      return task.projectId === null;
    case "tags":
      return task.tagIds.length === 0;
    case "contexts":
      return task.contextIds.length === 0;
    case "assignees":
      return task.assigneeIds.length === 0;
    case "priority":
      return task.priority === "normal";
    case "age":
      return true;
    case "estimate":
      return task.estimateMinutes === null;
  }
}
