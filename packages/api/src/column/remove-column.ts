import type { MutationInput } from "@kanban/domain/mutations";
import { planColumnRemove } from "@kanban/domain/plan-column";
import { refuse } from "@kanban/domain/refusal";
import { lockBoard } from "../board/board.repository.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { countTasksForGood, deleteColumn, listColumns, lockColumn } from "./column.repository.ts";

/** Removes an empty column. Refused for the last one, and while a task is in it, also one in the archive or trash. */
export function removeColumn(ctx: ActorContext, input: MutationInput<"column.remove">) {
  return mutateBoard(ctx, "column.remove", input, async ({ tx, boardId }) => {
    const found = (await lockColumn(tx, boardId, input.columnId)) ?? refuse("COLUMN_NOT_FOUND");
    const { openTasks: _openTasks, ...column } = found;
    const tasks = await countTasksForGood(tx, column.id);
    await lockBoard(tx, boardId);
    const change = planColumnRemove(column, tasks, (await listColumns(tx, boardId)).length);
    await deleteColumn(tx, column.id);
    return [change];
  });
}
