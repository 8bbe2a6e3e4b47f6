import type { Change } from "@kanban/domain/change";
import type { ColumnId, ContextId, ProjectId, TagId, TaskId } from "@kanban/domain/ids";

/** The rows that undoing changes may write, to be locked before anything is read; each list sorted and without doubles. */
export type Touched = {
  taskIds: TaskId[];
  columnIds: ColumnId[];
  /** Labels that undoing would remove. */
  labelIds: (TagId | ContextId | ProjectId)[];
};

/** What undoing these changes would touch. */
export function touchedBy(changes: readonly Change[]): Touched {
  const touched = changes.map(touchedByOne);
  return {
    taskIds: inOrder(touched.flatMap((one) => one.taskIds ?? [])),
    columnIds: inOrder(touched.flatMap((one) => one.columnIds ?? [])),
    labelIds: inOrder(touched.flatMap((one) => one.labelIds ?? [])),
  };
}

function inOrder<Id extends string>(ids: readonly Id[]): Id[] {
  return [...new Set(ids)].sort();
}

function touchedByOne({ type, payload }: Change): Partial<Touched> {
  switch (type) {
    case "task.created":
      return { taskIds: [payload.card.id], columnIds: [payload.card.columnId] };
    case "task.archived":
    case "task.removed":
    case "task.restored":
      return { taskIds: [payload.taskId], columnIds: [payload.card.columnId] };
    case "task.moved":
      return { taskIds: [payload.taskId], columnIds: [payload.from.columnId, payload.to.columnId] };
    case "task-link.created":
    case "task-link.removed":
      return { taskIds: [payload.link.fromId, payload.link.toId] };
    case "column.created":
    case "column.removed":
      return { columnIds: [payload.column.id] };
    case "column.updated":
    case "column.moved":
      return { columnIds: [payload.columnId] };
    case "tag.created":
      return { labelIds: [payload.tag.id] };
    case "context.created":
      return { labelIds: [payload.context.id] };
    case "project.created":
      return { labelIds: [payload.project.id] };
    case "context.removed":
      return { taskIds: payload.taskIds, columnIds: payload.columnIds };
    case "tag.removed":
    case "project.removed":
      return { taskIds: payload.taskIds };
    default:
      return "taskId" in payload ? { taskIds: [payload.taskId] } : {};
  }
}
