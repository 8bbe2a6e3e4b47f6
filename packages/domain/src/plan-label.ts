import type { ChangeOf } from "./change.ts";
import { changedFields } from "./changed-fields.ts";
import type { Column, Context, Project, Tag, TaskCard } from "./entities.ts";
import type { MutationInput } from "./mutations.ts";
import { refuse } from "./refusal.ts";

/** Refuses a name that another row of the same kind on the board has, whatever its case. */
export function checkNameIsFree(rows: Iterable<{ id: string; name: string }>, id: string, name: string): void {
  for (const row of rows) {
    if (row.id !== id && row.name.toLowerCase() === name.toLowerCase()) refuse("NAME_TAKEN", { name });
  }
}

/** A new tag. */
export function planTagCreate({ tagId: id, name, color }: MutationInput<"tag.create">): ChangeOf<"tag.created"> {
  return { type: "tag.created", payload: { tag: { id, name, color } } };
}

/** Another name or colour; `null` when nothing differs. */
export function planTagUpdate(
  tag: Tag,
  { name, color }: Pick<MutationInput<"tag.update">, "name" | "color">,
): ChangeOf<"tag.updated"> | null {
  const changed = changedFields<Tag>(tag, { name, color });
  return changed && { type: "tag.updated", payload: { tagId: tag.id, ...changed } };
}

/** The tag goes, also from every task in `tasks` that has it. */
export function planTagRemove(tag: Tag, tasks: readonly Pick<TaskCard, "id">[]): ChangeOf<"tag.removed"> {
  return { type: "tag.removed", payload: { tag, taskIds: tasks.map((task) => task.id) } };
}

/** A new context. */
export function planContextCreate(input: MutationInput<"context.create">): ChangeOf<"context.created"> {
  return { type: "context.created", payload: { context: { id: input.contextId, name: input.name } } };
}

/** Another name; `null` when it is the same. */
export function planContextUpdate(context: Context, name: string): ChangeOf<"context.updated"> | null {
  const changed = changedFields<Context>(context, { name });
  return changed && { type: "context.updated", payload: { contextId: context.id, ...changed } };
}

/** The context goes, also from every task and column that has it. */
export function planContextRemove(
  context: Context,
  tasks: readonly Pick<TaskCard, "id">[],
  columns: readonly Pick<Column, "id">[],
): ChangeOf<"context.removed"> {
  const taskIds = tasks.map((task) => task.id);
  return { type: "context.removed", payload: { context, taskIds, columnIds: columns.map((column) => column.id) } };
}

/** A new, active project. */
export function planProjectCreate(input: MutationInput<"project.create">): ChangeOf<"project.created"> {
  const { projectId: id, name, color, desiredOutcome } = input;
  return { type: "project.created", payload: { project: { id, name, color, desiredOutcome, status: "active" } } };
}

/** Other settings; `null` when nothing differs. */
export function planProjectUpdate(
  project: Project,
  { name, color, desiredOutcome, status }: MutationInput<"project.update">,
): ChangeOf<"project.updated"> | null {
  const changed = changedFields<Project>(project, { name, color, desiredOutcome, status });
  return changed && { type: "project.updated", payload: { projectId: project.id, ...changed } };
}

/** The project goes; its tasks stay, in no project. */
export function planProjectRemove(
  project: Project,
  tasks: readonly Pick<TaskCard, "id">[],
): ChangeOf<"project.removed"> {
  return { type: "project.removed", payload: { project, taskIds: tasks.map((task) => task.id) } };
}
