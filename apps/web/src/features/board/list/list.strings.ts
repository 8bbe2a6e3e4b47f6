import type { Priority } from "@kanban/domain/entities";
import type { ListField } from "./list-fields.ts";

/** Every word of the list. */
export const listStrings = {
  label: "Tasks as a list",
  loading: "Loading the list",
  fields: {
    title: "Task",
    column: "Column",
    due: "Due",
    project: "Project",
    tags: "Tags",
    contexts: "Contexts",
    assignees: "Who",
    priority: "Priority",
    age: "In column",
    estimate: "Estimate",
  } satisfies Record<ListField, string>,
  sortBy: (field: string) => `Sort by ${field.toLowerCase()}`,
  chooser: "Columns of the list",
  priorities: { low: "Low", normal: "Normal", high: "High" } satisfies Record<Priority, string>,
  change: (field: string, title: string) => `${field} of ${title}`,
  days: (days: number) => `${days} d`,
  noDate: "No date",
  emptyTitle: "No tasks yet",
  emptyText: "Capture what is on your mind; it goes to the inbox.",
  nothingTitle: "Nothing matches",
  nothingText: "No task of this board fits the filter.",
  clear: "Clear filter",
  moved: (title: string, column: string) => `Moved ${title} to ${column}`,
} as const;
