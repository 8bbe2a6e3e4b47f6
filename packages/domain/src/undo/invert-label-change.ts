import { type BoardView, orderedColumns } from "../board-view.ts";
import type { Change, ChangeOf, TaskFields } from "../change.ts";
import { changedFields } from "../changed-fields.ts";
import type { TaskCard } from "../entities.ts";
import type { ColumnId, ContextId, TaskId } from "../ids.ts";
import { checkNameIsFree } from "../plan-label.ts";
import { refuse } from "../refusal.ts";
import { defined } from "../rows.ts";
import { need } from "../view-lookup.ts";
import { checkUnchanged } from "./undo-checks.ts";

type LabelChange = Extract<Change, { type: `${"tag" | "context" | "project"}.${string}` }>;

/** What undoes a change of a tag, a context or a project; one that was removed comes back to the tasks that had it. */
export function invertLabelChange(view: BoardView, change: LabelChange): Change[] {
  switch (change.type) {
    case "tag.created": {
      const { tag } = change.payload;
      if (!view.tags[tag.id]) return [];
      checkUnused(view, tag.name, (task) => task.tagIds.includes(tag.id));
      return [{ type: "tag.removed", payload: { tag: need(view.tags, tag.id, "TAG_NOT_FOUND"), taskIds: [] } }];
    }
    case "tag.updated": {
      const tag = need(view.tags, change.payload.tagId, "TAG_NOT_FOUND");
      const back = backTo(view.tags, tag, change.payload);
      return back ? [{ type: "tag.updated", payload: { tagId: tag.id, ...back } }] : [];
    }
    case "tag.removed": {
      const { tag, taskIds } = change.payload;
      checkNameIsFree(Object.values(view.tags), tag.id, tag.name);
      const given = give(view, taskIds, ({ tagIds }) => ({ tagIds: [...new Set([...tagIds, tag.id])].sort() }));
      return [{ type: "tag.created", payload: { tag } }, ...given];
    }
    case "context.created": {
      const { context } = change.payload;
      if (!view.contexts[context.id]) return [];
      checkUnused(view, context.name, (task) => task.contextIds.includes(context.id));
      return [{ type: "context.removed", payload: { context, taskIds: [], columnIds: columnsWith(view, context.id) } }];
    }
    case "context.updated": {
      const context = need(view.contexts, change.payload.contextId, "CONTEXT_NOT_FOUND");
      const back = backTo(view.contexts, context, change.payload);
      return back ? [{ type: "context.updated", payload: { contextId: context.id, ...back } }] : [];
    }
    case "context.removed":
      return bringContextBack(view, change);
    case "project.created": {
      const { project } = change.payload;
      if (!view.projects[project.id]) return [];
      checkUnused(view, project.name, (task) => task.projectId === project.id);
      return [{ type: "project.removed", payload: { project, taskIds: [] } }];
    }
    case "project.updated": {
      const project = need(view.projects, change.payload.projectId, "PROJECT_NOT_FOUND");
      const back = backTo(view.projects, project, change.payload);
      return back ? [{ type: "project.updated", payload: { projectId: project.id, ...back } }] : [];
    }
    case "project.removed": {
      const { project, taskIds } = change.payload;
      checkNameIsFree(Object.values(view.projects), project.id, project.name);
      const given = give(view, taskIds, (task) => ({ projectId: task.projectId ?? project.id }));
      return [{ type: "project.created", payload: { project } }, ...given];
    }
  }
}

function bringContextBack(view: BoardView, { payload }: ChangeOf<"context.removed">): Change[] {
  const { context, taskIds, columnIds } = payload;
  checkNameIsFree(Object.values(view.contexts), context.id, context.name);
  const given = give(view, taskIds, ({ contextIds }) => ({
    contextIds: [...new Set([...contextIds, context.id])].sort(),
  }));
  const columns = columnIds
    .filter((id) => view.columns[id]?.contextId === null)
    .map((columnId): Change => ({
      type: "column.updated",
      payload: { columnId, before: { contextId: null }, after: { contextId: context.id } },
    }));
  return [{ type: "context.created", payload: { context } }, ...given, ...columns];
}

function columnsWith(view: BoardView, contextId: ContextId): ColumnId[] {
  return orderedColumns(view)
    .filter((column) => column.contextId === contextId)
    .map(({ id }) => id);
}

/** Others may use by now what undoing would take away. */
function checkUnused(view: BoardView, name: string, uses: (task: TaskCard) => boolean): void {
  const task = Object.values<TaskCard>(view.tasks).find(uses);
  if (task) refuse("UNDO_CONFLICT", { taskId: task.id, name, field: "uses" });
}

function backTo<Row extends { id: string; name: string }>(
  rows: Readonly<Record<string, Row>>,
  row: Row,
  { before, after }: { before: object; after: object },
) {
  checkUnchanged(row, after, { name: row.name });
  const wanted = defined(before) as Partial<Row>;
  if (wanted.name !== undefined) checkNameIsFree(Object.values(rows), row.id, wanted.name);
  return changedFields<Row>(row, wanted);
}

function give(
  view: BoardView,
  taskIds: readonly TaskId[],
  fields: (task: TaskCard) => Partial<TaskFields>,
): ChangeOf<"task.updated">[] {
  return taskIds.flatMap((taskId) => {
    const task = view.tasks[taskId];
    const changed = task && changedFields<Partial<TaskFields>>(task, fields(task));
    if (!changed) return [];
    return [{ type: "task.updated" as const, payload: { taskId, version: task.version + 1, ...changed } }];
  });
}
