import { type BoardView, tasksInColumn } from "./board-view.ts";
import type { Change } from "./change.ts";
import type { Column, TaskCard } from "./entities.ts";
import type { ColumnId } from "./ids.ts";
import type { Instant } from "./moment.ts";
import type { BulkAct, MutationInput } from "./mutations.ts";
import { gapForMany } from "./place.ts";
import { planBulkLeave, planBulkMove, planBulkUpdate } from "./plan-task-bulk.ts";
import { refuse } from "./refusal.ts";
import { admit, needColumn } from "./view-lookup.ts";

/** What one act on many tasks does to the board as this browser knows it. */
export function planBulkOnView(view: BoardView, input: MutationInput<"task.bulk">, now: Instant): Change[] {
  const act = input.do;
  const tasks = input.taskIds.map((taskId) => view.tasks[taskId] ?? refuse("TASK_NOT_FOUND", { taskId }));
  switch (act.kind) {
    case "move":
      return planMove(view, tasks, act, now);
    case "update":
      return planBulkUpdate(tasks, act);
    case "archive":
    case "remove":
      return planBulkLeave(tasks, act.kind, now);
  }
}

function planMove(
  view: BoardView,
  tasks: readonly TaskCard[],
  act: Extract<BulkAct, { kind: "move" }>,
  now: Instant,
): Change[] {
  const to = needColumn(view, act.toColumnId);
  const inside = tasksInColumn(view, to.id);
  const entering = tasks.filter(({ columnId }) => columnId !== to.id).length;
  const overrodeWip = entering === 0 ? null : admit(view, to, act.overrideWip?.reason, entering);
  const gap = gapForMany(inside, tasks, to.id, act);
  const columns = new Map(Object.values<Column>(view.columns).map((column) => [column.id as ColumnId, column]));
  return planBulkMove({ tasks, columns, to, gap, openTasks: inside.length, overrodeWip, now });
}
