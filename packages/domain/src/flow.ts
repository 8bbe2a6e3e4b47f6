import type { ColumnKind } from "./column-kind.ts";
import type { Column, TaskCard } from "./entities.ts";
import type { Instant } from "./moment.ts";

/** What entering a column changes on a task beside its place. */
export type FlowFields = Pick<TaskCard, "startedAt" | "finishedAt" | "enteredColumnAt" | "contextIds" | "waitingFor">;

/**
 * The flow fields of a task that enters `to` at `now`. Started is the first entry into `doing` and stays; finished is
 * the entry into `done` and ends when the task leaves it (Kanban Guide 2025: the two points every measure hangs on).
 * Entering a waiting column begins the wait, leaving it ends it. A column with a context gives it to the task.
 */
export function enterColumn(
  task: FlowFields,
  from: ColumnKind | null,
  to: Pick<Column, "kind" | "contextId">,
  now: Instant,
): FlowFields {
  const isWaiting = to.kind === "waiting";
  const waitingFor = isWaiting ? (task.waitingFor ?? { who: "", since: now, followUpOn: null }) : task.waitingFor;
  return {
    startedAt: to.kind === "doing" ? (task.startedAt ?? now) : task.startedAt,
    finishedAt: to.kind === "done" ? (task.finishedAt ?? now) : null,
    enteredColumnAt: now,
    contextIds:
      to.contextId && !task.contextIds.includes(to.contextId)
        ? [...task.contextIds, to.contextId].sort()
        : task.contextIds,
    waitingFor: from === "waiting" && !isWaiting ? null : waitingFor,
  };
}
