import type { Change } from "@kanban/domain/change";
import type { TaskId } from "@kanban/domain/ids";
import { inboxOf } from "@kanban/domain/inbox-of";
import { limits } from "@kanban/domain/limits";
import type { MutationInput } from "@kanban/domain/mutations";
import { planFirstItems, planTaskCreate } from "@kanban/domain/plan-task-create";
import { rankInGap } from "@kanban/domain/place";
import { refuse } from "@kanban/domain/refusal";
import { takeTaskNumber } from "../board/board.repository.ts";
import { insertFirstItems } from "../checklist-item/insert-first-items.ts";
import { admitTask } from "../column/admit-task.ts";
import { listColumns } from "../column/column.repository.ts";
import { checkLabels } from "../label/label.repository.ts";
import type { BoardScope } from "../mutate-board.ts";
import { findFirstRank } from "../task/rank.repository.ts";
import { rerankIfLong } from "../task/rerank-column.ts";
import { insertTask } from "../task/task-write.repository.ts";

/** Puts a new task on top of the board's inbox; NO_INBOX when it has none. Answers what that changed, the task first. */
export async function placeInInbox(scope: BoardScope, input: MutationInput<"task.capture">): Promise<Change[]> {
  const { tx, boardId, now } = scope;
  const taskId = input.taskId ?? (input.mutationId as string as TaskId);
  const { contextIds = [], tagIds = [], assigneeIds = [], projectId = null } = input;
  const inbox = inboxOf(await listColumns(tx, boardId)) ?? refuse("NO_INBOX");
  await checkLabels(tx, boardId, { contextIds, tagIds, assigneeIds, projectId });
  const { column, overrodeWip } = await admitTask(scope, inbox.id, input.overrideWip?.reason);
  const rank = rankInGap({ above: null, below: await findFirstRank(tx, column.id) });
  const { number, openTasks } = await takeTaskNumber(tx, boardId);
  if (openTasks > limits.openTasksPerBoard) refuse("LIMIT_REACHED", { limit: limits.openTasksPerBoard });
  const change = planTaskCreate({ taskId, number, column, rank, input, overrodeWip, now });
  const { card, notes } = change.payload;
  await insertTask(tx, boardId, card, notes);
  const items = planFirstItems(card, input.checklist);
  await insertFirstItems(tx, boardId, taskId, items);
  return [change, ...items, ...(await rerankIfLong(scope, card))];
}
