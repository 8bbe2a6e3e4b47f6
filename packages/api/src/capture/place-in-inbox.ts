import type { Change, ChangeOf } from "@kanban/domain/change";
import type { TaskId } from "@kanban/domain/ids";
import { inboxOf } from "@kanban/domain/inbox-of";
import { limits } from "@kanban/domain/limits";
import type { MutationInput } from "@kanban/domain/mutations";
import { planTaskCreate } from "@kanban/domain/plan-task-create";
import { rankInGap } from "@kanban/domain/place";
import { refuse } from "@kanban/domain/refusal";
import { judgeFullColumn } from "@kanban/domain/wip";
import { admitTask, overrideOf } from "../column/admit-task.ts";
import { listColumns } from "../column/column.repository.ts";
import type { SqlTx } from "../context.ts";
import type { BoardScope } from "../mutate-board.ts";
import { rerankIfLong } from "../task/rerank-column.ts";
import { enterInbox, takeNumberOnTop } from "./inbox.repository.ts";

/**
 * Puts a new task on top of the board's inbox; NO_INBOX when it has none. `write` stores it with all that comes with it
 * and answers what that changed beside. Answers all changes, the task first.
 */
export async function placeInInbox<Tx extends SqlTx>(
  scope: BoardScope<Tx>,
  input: MutationInput<"task.capture">,
  write: (created: ChangeOf<"task.created">) => Promise<Change[]>,
): Promise<Change[]> {
  const { tx, boardId, now } = scope;
  const taskId = input.taskId ?? (input.mutationId as string as TaskId);
  const { column, overrodeWip } = await admitToInbox(scope, input.overrideWip?.reason);
  const { number, openTasks, below } = await takeNumberOnTop(tx, boardId, column.id);
  if (openTasks > limits.openTasksPerBoard) refuse("LIMIT_REACHED", { limit: limits.openTasksPerBoard });
  const rank = rankInGap({ above: null, below });
  const change = planTaskCreate({ taskId, number, column, rank, input, overrodeWip, now });
  const others = await write(change);
  return [change, ...others, ...(await rerankIfLong(scope, change.payload.card))];
}

async function admitToInbox(scope: BoardScope<SqlTx>, reason: string | undefined) {
  const { tx, boardId, board } = scope;
  const mayOverride = judgeFullColumn(board.wipPolicy, reason) === "override";
  const entered = await enterInbox(tx, boardId, mayOverride);
  if (entered) {
    const { openTasks, ...column } = entered;
    return { column, overrodeWip: overrideOf(column, openTasks, reason) };
  }
  // There is none, or it is full: said in words. (Or it has got room meanwhile.)
  const inbox = inboxOf(await listColumns(tx, boardId)) ?? refuse("NO_INBOX");
  return admitTask(scope, inbox.id, reason);
}
