import type { Change } from "@kanban/domain/change";
import type { ColumnId } from "@kanban/domain/ids";
import type { MutationInput } from "@kanban/domain/mutations";
import { planTaskMove } from "@kanban/domain/plan-task-move";
import { refuse } from "@kanban/domain/refusal";
import { admitTask, type ColumnGuard } from "../column/admit-task.ts";
import { enterColumn, leaveColumn, lockColumn } from "../column/column.repository.ts";
import type { ActorContext, SqlTx } from "../context.ts";
import { type BoardScope, mutateBoardInSql } from "../mutate-board.ts";
import { rankOnArrival, rankWithin } from "./place-task.ts";
import { rerankIfLong } from "./rerank-column.ts";
import { addContexts, findLiveTask, type StoredTask, writePlace } from "./task.repository.ts";

/**
 * Moves a task within its column or to another one of its board. Lands where its anchors say; when they are gone, at
 * the end of another column, or NEIGHBOURS_MOVED in its own. A full column refuses by the board's policy.
 */
export function moveTask(ctx: ActorContext, input: MutationInput<"task.move">, guard: ColumnGuard = enterColumn) {
  return mutateBoardInSql(ctx, "task.move", input, async (scope) => {
    const { tx, boardId, now } = scope;
    const task = (await findLiveTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    const place =
      task.columnId === input.toColumnId
        ? await placeWithin(scope, task, input)
        : await placeElsewhere(scope, task, input, guard);
    const change = planTaskMove({ task, ...place, now });
    if (!change) return [];
    const { to, before, after, version } = change.payload;
    await writePlace(tx, task.id, to, after, version);
    const gained = after.contextIds.filter((id) => !before.contextIds.includes(id));
    if (gained.length > 0) await addContexts(tx, boardId, task.id, gained);
    return [change, ...(await rerankIfLong(scope, to))] satisfies Change[];
  });
}

async function placeWithin({ tx, boardId }: BoardScope<SqlTx>, task: StoredTask, input: MutationInput<"task.move">) {
  const column = (await lockColumn(tx, boardId, task.columnId)) ?? refuse("COLUMN_NOT_FOUND");
  return { from: column, to: column, rank: await rankWithin(tx, column, task, input), overrodeWip: null };
}

async function placeElsewhere(
  scope: BoardScope<SqlTx>,
  task: StoredTask,
  input: MutationInput<"task.move">,
  guard: ColumnGuard,
) {
  const { tx, boardId } = scope;
  const leave = (columnId: ColumnId) => leaveColumn(tx, boardId, columnId);
  const enter = () => admitTask(scope, input.toColumnId, input.overrideWip?.reason, guard);
  // Both columns' locks in id order: two tasks that swap columns must not wait for each other.
  const isLeftFirst = task.columnId < input.toColumnId;
  const leftFirst = isLeftFirst ? await leave(task.columnId) : null;
  const { column: to, overrodeWip } = await enter();
  const from = leftFirst ?? (await leave(task.columnId));
  return { from, to, rank: await rankOnArrival(tx, to, task.id, input), overrodeWip };
}
