import type { Change, OverrodeWip } from "./change.ts";
import { changedFields } from "./changed-fields.ts";
import type { Column, TaskCard } from "./entities.ts";
import type { ColumnId } from "./ids.ts";
import { limits } from "./limits.ts";
import type { Instant } from "./moment.ts";
import type { BulkAct } from "./mutations.ts";
import type { Gap } from "./place.ts";
import { planTaskArchive, planTaskRemove } from "./plan-task-leave.ts";
import { planTaskMove } from "./plan-task-move.ts";
import { type Rank, ranksBetween } from "./rank.ts";
import { refuse } from "./refusal.ts";

export type BulkUpdate = Extract<BulkAct, { kind: "update" }>;

/** Several tasks to one place of a column, in the order given; those that are there already stay. */
export function planBulkMove(asked: {
  tasks: readonly TaskCard[];
  columns: ReadonlyMap<ColumnId, Column>;
  to: Column;
  /** Between tasks that do not move themselves. */
  gap: Gap;
  /** Live tasks of the column before, those of `tasks` that are in it included. */
  openTasks: number;
  overrodeWip: OverrodeWip;
  now: Instant;
}): Change[] {
  const { tasks, columns, to, gap, overrodeWip, now } = asked;
  const ranks = ranksInGap(tasks, to.id, gap);
  let entered = asked.openTasks;
  return tasks.flatMap((task, index): Change[] => {
    const from = columns.get(task.columnId) ?? refuse("COLUMN_NOT_FOUND");
    // As if they had come one after the other: only those beyond the limit pass it.
    const isOver = from.id !== to.id && overrodeWip !== null && ++entered > overrodeWip.wipLimit;
    const move = { task, from, to, rank: ranks[index]!, overrodeWip: isOver ? overrodeWip : null, now };
    const change = planTaskMove(move);
    return change ? [change] : [];
  });
}

/** Ranks in the gap, in order; tasks that lie in it in just this order keep theirs. */
function ranksInGap(tasks: readonly TaskCard[], columnId: ColumnId, { above, below }: Gap): Rank[] {
  const isThere = tasks.every(
    ({ rank, columnId: at }, index) =>
      at === columnId &&
      (index === 0 ? above === null || above < rank : tasks[index - 1]!.rank < rank) &&
      (below === null || rank < below),
  );
  return isThere ? tasks.map(({ rank }) => rank) : ranksBetween(above, below, tasks.length);
}

/** The same fields of several tasks; those that have them already are left alone. */
export function planBulkUpdate(tasks: readonly TaskCard[], update: BulkUpdate): Change[] {
  const { kind: _kind, addTagIds, removeTagIds, addContextIds, removeContextIds, ...rest } = update;
  const { addAssigneeIds, removeAssigneeIds, ...fields } = rest;
  return tasks.flatMap((task): Change[] => {
    const changed = changedFields<Omit<TaskCard, "id">>(task, {
      ...fields,
      tagIds: relabelled(task, task.tagIds, addTagIds, removeTagIds),
      contextIds: relabelled(task, task.contextIds, addContextIds, removeContextIds),
      assigneeIds: relabelled(task, task.assigneeIds, addAssigneeIds, removeAssigneeIds),
    });
    if (!changed) return [];
    return [{ type: "task.updated", payload: { taskId: task.id, version: task.version + 1, ...changed } }];
  });
}

function relabelled<Id extends string>(
  { id, title }: TaskCard,
  has: readonly Id[],
  added: readonly Id[] = [],
  removed: readonly Id[] = [],
): Id[] {
  const after = [...new Set([...has.filter((label) => !removed.includes(label)), ...added])].sort();
  const isMore = after.length > has.length;
  if (isMore && after.length > limits.labelsPerTask) {
    refuse("LIMIT_REACHED", { limit: limits.labelsPerTask, taskId: id, title });
  }
  return after;
}

/** Several tasks leave the board. */
export function planBulkLeave(tasks: readonly TaskCard[], kind: "archive" | "remove", now: Instant): Change[] {
  return tasks.map((task) => (kind === "archive" ? planTaskArchive(task, now) : planTaskRemove(task, now)));
}
