import type { Change } from "@kanban/domain/change";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { ColumnId, TaskId } from "@kanban/domain/ids";

/** A task's entry into a column, or its leaving of the board (`to` is null): what flow is measured by. */
export type TaskTransition = {
  taskId: TaskId;
  fromColumnId: ColumnId | null;
  /** Null with a column: the database knows the kind. */
  fromKind: ColumnKind | null;
  toColumnId: ColumnId | null;
  toKind: ColumnKind | null;
};

/** The transition a change is, if it is one. */
export function transitionOf({ type, payload }: Change): TaskTransition | null {
  switch (type) {
    case "task.created":
    case "task.restored": {
      const { card, kind } = payload;
      return { taskId: card.id, fromColumnId: null, fromKind: null, toColumnId: card.columnId, toKind: kind };
    }
    case "task.moved": {
      const { taskId, from, to } = payload;
      if (from.columnId === to.columnId) return null;
      return { taskId, fromColumnId: from.columnId, fromKind: from.kind, toColumnId: to.columnId, toKind: to.kind };
    }
    case "task.archived":
    case "task.removed": {
      const { card } = payload;
      return { taskId: card.id, fromColumnId: card.columnId, fromKind: null, toColumnId: null, toKind: null };
    }
    default:
      return null;
  }
}
