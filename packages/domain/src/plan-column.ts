import type { ChangeOf } from "./change.ts";
import { changedFields } from "./changed-fields.ts";
import type { Column } from "./entities.ts";
import type { MutationInput } from "./mutations.ts";
import type { Rank } from "./rank.ts";
import { refuse } from "./refusal.ts";

/** A new column at `rank`. */
export function planColumnCreate(input: MutationInput<"column.create">, rank: Rank): ChangeOf<"column.created"> {
  const { columnId: id, name, kind, contextId, wipLimit } = input;
  return { type: "column.created", payload: { column: { id, name, kind, contextId, wipLimit, rank } } };
}

/**
 * Other settings; `null` when nothing differs. A new kind holds for tasks that enter from now on: those already there
 * keep their dates. A limit below what the column holds is allowed: nothing enters until it is kept again.
 */
export function planColumnUpdate(
  column: Column,
  { name, kind, contextId, wipLimit }: MutationInput<"column.update">,
): ChangeOf<"column.updated"> | null {
  const changed = changedFields<Column>(column, { name, kind, contextId, wipLimit });
  return changed && { type: "column.updated", payload: { columnId: column.id, ...changed } };
}

/** Another place among the columns; `null` when it is there. */
export function planColumnMove(column: Column, rank: Rank): ChangeOf<"column.moved"> | null {
  if (column.rank === rank) return null;
  return { type: "column.moved", payload: { columnId: column.id, before: { rank: column.rank }, after: { rank } } };
}

/** The column goes. Refused while a task is in it, also one in the archive or trash, and for the last column. */
export function planColumnRemove(column: Column, tasks: number, columns: number): ChangeOf<"column.removed"> {
  if (tasks > 0) refuse("COLUMN_NOT_EMPTY", { tasks });
  if (columns <= 1) refuse("LAST_COLUMN");
  return { type: "column.removed", payload: { column } };
}
