import type { Change } from "@kanban/domain/change";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { BoardState, TaskState } from "./board-state.ts";
import type { Furniture } from "./plan-furniture.ts";

type Removals = {
  changes: Change[];
  columns: BoardState["columns"];
  /** Columns that are gone, and stay because of trashed tasks. */
  retained: ColumnId[];
  /** Trashed tasks that had labels which are gone, without them. */
  tasks: Map<TaskId, TaskState>;
};

/** What may go when everything that was on its way has happened to the tasks. */
export function planRemovals(
  current: BoardState | null,
  { columns: all, leaving, tags, contexts, projects }: Furniture,
  tasks: ReadonlyMap<TaskId, TaskState>,
): Removals {
  const isUsed = new Set([...tasks.values()].map(({ card }) => card.columnId));
  const columns = new Map(all);
  const changes: Change[] = [];
  for (const id of [...leaving].filter((id) => !isUsed.has(id))) columns.delete(id);
  for (const column of current?.columns.values() ?? [])
    if (!columns.has(column.id)) changes.push({ type: "column.removed", payload: { column } });

  const changed = new Map<TaskId, TaskState>();
  /** The tasks that have a label, and lose it: those on the board and in the archive have lost it before. */
  const take = (has: (card: TaskState["card"]) => boolean, without: (card: TaskState["card"]) => TaskState["card"]) => {
    const taskIds: TaskId[] = [];
    for (const [id, before] of tasks) {
      const task = changed.get(id) ?? before;
      if (!has(task.card)) continue;
      taskIds.push(id);
      changed.set(id, { ...task, card: without(task.card) });
    }
    return taskIds;
  };
  for (const tag of gone(current?.tags, tags)) {
    const taskIds = take(
      ({ tagIds }) => tagIds.includes(tag.id),
      (card) => ({ ...card, tagIds: card.tagIds.filter((id) => id !== tag.id) }),
    );
    changes.push({ type: "tag.removed", payload: { tag, taskIds } });
  }
  for (const context of gone(current?.contexts, contexts)) {
    const taskIds = take(
      ({ contextIds }) => contextIds.includes(context.id),
      (card) => ({ ...card, contextIds: card.contextIds.filter((id) => id !== context.id) }),
    );
    changes.push({ type: "context.removed", payload: { context, taskIds, columnIds: [] } });
  }
  for (const project of gone(current?.projects, projects)) {
    const taskIds = take(
      ({ projectId }) => projectId === project.id,
      (card) => ({ ...card, projectId: null }),
    );
    changes.push({ type: "project.removed", payload: { project, taskIds } });
  }
  return { changes, columns, retained: [...leaving].filter((id) => columns.has(id)), tasks: changed };
}

function gone<Id extends string, Row extends { id: Id }>(
  before: ReadonlyMap<Id, Row> | undefined,
  after: ReadonlyMap<Id, Row>,
): Row[] {
  return [...(before?.values() ?? [])].filter(({ id }) => !after.has(id));
}
