import type { ChangeOf, OverrodeWip } from "./change.ts";
import type { Column, TaskCard } from "./entities.ts";
import { enterColumn, type FlowFields } from "./flow.ts";
import type { Instant } from "./moment.ts";
import type { Rank } from "./rank.ts";

type MovedTask = FlowFields & Pick<TaskCard, "id" | "columnId" | "rank" | "version">;

function flowOf(task: FlowFields): FlowFields {
  const { startedAt, finishedAt, enteredColumnAt, contextIds, waitingFor } = task;
  return { startedAt, finishedAt, enteredColumnAt, contextIds, waitingFor };
}

/** A task at another place, in its column or another; `null` when that is where it is. */
export function planTaskMove(asked: {
  task: MovedTask;
  from: Column;
  to: Column;
  rank: Rank;
  overrodeWip: OverrodeWip;
  now: Instant;
}): ChangeOf<"task.moved"> | null {
  const { task, from, to, rank, overrodeWip, now } = asked;
  if (from.id === to.id && task.rank === rank) return null;
  const before = flowOf(task);
  return {
    type: "task.moved",
    payload: {
      taskId: task.id,
      version: task.version + 1,
      from: { columnId: from.id, kind: from.kind, rank: task.rank },
      to: { columnId: to.id, kind: to.kind, rank },
      before,
      after: from.id === to.id ? before : enterColumn(before, from.kind, to, now),
      overrodeWip,
    },
  };
}
