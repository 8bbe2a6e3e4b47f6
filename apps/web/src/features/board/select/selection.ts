import type { TaskId } from "@kanban/domain/ids";
import type { ColumnOrder } from "../state/board-order.ts";

/**
 * The tasks a hand has chosen to act on together. A range runs from `anchor` to `head`; `base` is what was chosen before
 * it, so that the range can shrink again.
 */
export type Selection = {
  ids: ReadonlySet<TaskId>;
  base: ReadonlySet<TaskId>;
  anchor: TaskId | null;
  head: TaskId | null;
};

const nothing: ReadonlySet<TaskId> = new Set();
export const noSelection: Selection = { ids: nothing, base: nothing, anchor: null, head: null };

/** The selection with one task more or less; the next range begins there. */
export function toggled({ ids }: Selection, taskId: TaskId): Selection {
  const next = new Set(ids);
  const isTaken = !next.delete(taskId);
  if (isTaken) next.add(taskId);
  if (next.size === 0) return noSelection;
  const base = new Set(next);
  base.delete(taskId);
  return { ids: next, base, anchor: taskId, head: taskId };
}

/** The selection with everything between its anchor and `taskId`, in board order; without an anchor with that task. */
export function rangedTo(selection: Selection, order: readonly ColumnOrder[], taskId: TaskId): Selection {
  const all = order.flatMap(({ taskIds }) => taskIds);
  const from = selection.anchor === null ? -1 : all.indexOf(selection.anchor);
  const to = all.indexOf(taskId);
  if (to < 0) return selection;
  if (from < 0) return toggled(without(selection, [taskId]), taskId);
  const range = all.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...selection, ids: new Set([...selection.base, ...range]), head: taskId };
}

/** Exactly these tasks. */
export function selectionOf(taskIds: Iterable<TaskId>): Selection {
  const ids = new Set(taskIds);
  const last = [...ids].at(-1) ?? null;
  return last === null ? noSelection : { ids, base: ids, anchor: last, head: last };
}

/** The selection without tasks that have left; the same object when none has. */
export function kept(selection: Selection, order: readonly ColumnOrder[]): Selection {
  if (selection.ids.size === 0) return selection;
  const shown = new Set(order.flatMap(({ taskIds }) => taskIds));
  return without(
    selection,
    [...selection.ids].filter((id) => !shown.has(id)),
  );
}

function without(selection: Selection, gone: readonly TaskId[]): Selection {
  if (!gone.some((id) => selection.ids.has(id))) return selection;
  const left = (ids: ReadonlySet<TaskId>) => new Set([...ids].filter((id) => !gone.includes(id)));
  const ids = left(selection.ids);
  if (ids.size === 0) return noSelection;
  const stays = (id: TaskId | null) => (id !== null && gone.includes(id) ? null : id);
  return { ids, base: left(selection.base), anchor: stays(selection.anchor), head: stays(selection.head) };
}

/** The chosen tasks as they stand on the board: columns from left to right, each from top to bottom. */
export function inBoardOrder({ ids }: Selection, order: readonly ColumnOrder[]): TaskId[] {
  return order.flatMap(({ taskIds }) => taskIds.filter((id) => ids.has(id)));
}
