import type { ChangeOf, TaskFields } from "@kanban/domain/change";
import type { TaskCard } from "@kanban/domain/entities";
import type { BoardId, ColumnId, TaskId } from "@kanban/domain/ids";
import type { Rank } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import type { ApiTx } from "../context.ts";
import { taskData } from "./task-data.ts";
import type { TaskLabels } from "./task-row.ts";

/** Writes a new task with its labels; ID_TAKEN when its id is in use anywhere. */
export async function insertTask(tx: ApiTx, boardId: BoardId, card: TaskCard, notes: string): Promise<void> {
  const { id, columnId, number, title, rank, source, version, capturedAt, startedAt, finishedAt, enteredColumnAt } =
    card;
  const row = {
    ...taskData({ ...card, notes }),
    ...{ id, boardId, columnId, number, title, rank, source, version },
    capturedAt: new Date(capturedAt),
    startedAt: startedAt === null ? null : new Date(startedAt),
    finishedAt: finishedAt === null ? null : new Date(finishedAt),
    enteredColumnAt: new Date(enteredColumnAt),
  };
  const { count } = await tx.task.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) refuse("ID_TAKEN");
  await changeLabels(tx, boardId, id, { contextIds: [], tagIds: [], assigneeIds: [] }, card);
}

/** Writes changed fields and labels of a task whose lock the caller holds. */
export async function writeTask(
  tx: ApiTx,
  boardId: BoardId,
  task: TaskLabels & { id: TaskId },
  after: Partial<TaskFields>,
  version: number,
): Promise<void> {
  const isTextChanged = after.title !== undefined || after.notes !== undefined;
  await tx.task.updateMany({
    where: { id: task.id, boardId },
    data: {
      ...taskData(after),
      version,
      ...(isTextChanged ? { textVersion: version } : {}),
      ...(after.notes === undefined ? {} : { notesVersion: version }),
    },
  });
  await changeLabels(tx, boardId, task.id, task, after);
}

/** Makes the label rows of a task those of `after`, for the kinds named there. */
export async function changeLabels(
  tx: ApiTx,
  boardId: BoardId,
  taskId: TaskId,
  before: TaskLabels,
  after: Partial<TaskLabels>,
): Promise<void> {
  const contexts = difference(before.contextIds, after.contextIds);
  const tags = difference(before.tagIds, after.tagIds);
  const people = difference(before.assigneeIds, after.assigneeIds);
  const row = { taskId, boardId };
  if (contexts.gone.length) await tx.taskContext.deleteMany({ where: { taskId, contextId: { in: contexts.gone } } });
  if (tags.gone.length) await tx.taskTag.deleteMany({ where: { taskId, tagId: { in: tags.gone } } });
  if (people.gone.length) await tx.taskAssignee.deleteMany({ where: { taskId, userId: { in: people.gone } } });
  if (contexts.come.length) {
    await tx.taskContext.createMany({ data: contexts.come.map((contextId) => ({ ...row, contextId })) });
  }
  if (tags.come.length) await tx.taskTag.createMany({ data: tags.come.map((tagId) => ({ ...row, tagId })) });
  if (people.come.length) await tx.taskAssignee.createMany({ data: people.come.map((userId) => ({ ...row, userId })) });
}

function difference<Id>(before: readonly Id[], after: readonly Id[] | undefined): { gone: Id[]; come: Id[] } {
  if (!after) return { gone: [], come: [] };
  return { gone: before.filter((id) => !after.includes(id)), come: after.filter((id) => !before.includes(id)) };
}

type Gone = { archivedAt: Date; referenceAt: Date | null } | { deletedAt: Date };

/** What the archive has of a task. */
export function archived({ payload }: ChangeOf<"task.archived">): Gone {
  const archivedAt = new Date(payload.archivedAt);
  return { archivedAt, referenceAt: payload.asReference ? archivedAt : null };
}

/** Takes a task off the board, or from the archive into the trash. */
export async function writeGone(tx: ApiTx, taskId: TaskId, gone: Gone, version: number): Promise<void> {
  await tx.task.updateMany({ where: { id: taskId }, data: { ...gone, version } });
}

/** Puts a task back on the board. */
export async function writeRestored(
  tx: ApiTx,
  taskId: TaskId,
  { columnId, rank }: { columnId: ColumnId; rank: Rank },
  version: number,
): Promise<void> {
  const data = { columnId, rank, version, archivedAt: null, deletedAt: null, referenceAt: null };
  await tx.task.updateMany({ where: { id: taskId }, data });
}
