import type { Change, ChangeOf } from "@kanban/domain/change";
import type { TaskId } from "@kanban/domain/ids";
import type { MutationInput } from "@kanban/domain/mutations";
import { planTaskMerge } from "@kanban/domain/plan-task-merge";
import { refuse } from "@kanban/domain/refusal";
import { defined } from "@kanban/domain/rows";
import { copyAttachments, countAttachments, holdFilesOfBoard } from "../attachment/attachment.repository.ts";
import { countChecklist, insertChecklistItems } from "../checklist-item/checklist-item.repository.ts";
import { leaveColumn } from "../column/column.repository.ts";
import { countComments, insertComments } from "../comment/comment.repository.ts";
import type { ActorContext } from "../context.ts";
import { type BoardScope, mutateBoard } from "../mutate-board.ts";
import { listTasksWithBodies } from "./opened-task.repository.ts";
import { lockTask } from "./rank.repository.ts";
import { writeGone, writeTask } from "./task-write.repository.ts";
import { cardOfTask, type StoredTask } from "./task.repository.ts";

/** Makes a task part of another, which gets copies of what it holds; itself it goes to the trash, whole. */
export function mergeTask(ctx: ActorContext, input: MutationInput<"task.merge">) {
  return mutateBoard(ctx, "task.merge", input, (scope) => mergeInside(scope, input));
}

/** The same within another mutation that holds the task's lock and no column's: what it changed. */
export async function mergeInside(
  scope: BoardScope,
  { taskId, otherTaskId, mutationId }: Pick<MutationInput<"task.merge">, "taskId" | "otherTaskId" | "mutationId">,
): Promise<Change[]> {
  const { tx, boardId, board, now } = scope;
  await lockTask(tx, boardId, otherTaskId);
  const found = await listTasksWithBodies(tx, boardId, [taskId, otherTaskId]);
  const loaded = (id: TaskId) => {
    const { task, detail } = found.find((one) => one.task.id === id && isLive(one.task)) ?? refuse("TASK_NOT_FOUND");
    return { card: cardOfTask(task), detail };
  };
  const [task, into] = [loaded(taskId), loaded(otherTaskId)];
  const changes = planTaskMerge({ task, into, boardKey: board.key, mutationId, now });
  const updated = changes.find((change) => change.type === "task.updated");
  if (updated) await writeTask(tx, boardId, into.card, defined(updated.payload.after), updated.payload.version);
  await writeCopies(scope, into.card.id, changes);
  const left = changes.find((change) => change.type === "task.removed")!;
  await leaveColumn(tx, boardId, task.card.columnId);
  await writeGone(tx, taskId, { deletedAt: new Date(now) }, left.payload.version);
  return changes;
}

function isLive({ archivedAt, deletedAt }: StoredTask): boolean {
  return archivedAt === null && deletedAt === null;
}

async function writeCopies({ tx, boardId }: BoardScope, taskId: TaskId, changes: readonly Change[]): Promise<void> {
  const payloads = <Type extends Change["type"]>(type: Type) =>
    changes
      .filter((change): change is Extract<ChangeOf<Type>, Change> => change.type === type)
      .map((one) => one.payload);
  const items = payloads("checklist-item.created");
  if (items.length > 0) {
    const rows = items.map(({ item }) => item);
    if (!(await insertChecklistItems(tx, boardId, taskId, rows))) refuse("ID_TAKEN");
    await countChecklist(tx, taskId, items.at(-1)!.version);
  }
  const files = payloads("attachment.created");
  if (files.length > 0) {
    await holdFilesOfBoard(tx, boardId);
    const rows = files.map(({ attachment }) => attachment);
    if (!(await copyAttachments(tx, boardId, taskId, rows))) refuse("ID_TAKEN");
    await countAttachments(tx, taskId, files.at(-1)!.version);
  }
  const comments = payloads("comment.created");
  if (comments.length > 0) {
    const rows = comments.map(({ comment }) => comment);
    if (!(await insertComments(tx, boardId, taskId, rows))) refuse("ID_TAKEN");
    await countComments(tx, taskId);
  }
}
