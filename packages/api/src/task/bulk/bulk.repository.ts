import { Prisma } from "@kanban/db-api/client";
import type { ChangePayload, TaskFields } from "@kanban/domain/change";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import type { ApiTx } from "../../context.ts";
import { taskData } from "../task-data.ts";
import { storedColumns, storedOfRow, type StoredRow, type StoredTask } from "../task.repository.ts";

/* One statement for each table, however many tasks: two hundred are moved in about the time of three single moves. */

/** Holds the tasks to the commit, in id order, and reads them. Those of other boards are left out. */
export async function lockAndListTasks(
  tx: ApiTx,
  boardId: BoardId,
  taskIds: readonly TaskId[],
): Promise<Map<TaskId, StoredTask>> {
  const isAsked = Prisma.sql`t.board_id = ${boardId}::uuid AND t.id = ANY (${[...taskIds]}::uuid[])`;
  await tx.sql`SELECT FROM task t WHERE ${isAsked} ORDER BY t.id FOR NO KEY UPDATE`;
  // A later statement: what a lock was waited for is not in the snapshot of the one that waited.
  const rows = await tx.sql<StoredRow>`SELECT ${storedColumns} FROM task t WHERE ${isAsked}`;
  return new Map(rows.map((row) => [row.id, storedOfRow(row)]));
}

/** Writes new places and what they changed in the tasks' flow. */
export async function writePlaces(
  tx: ApiTx,
  boardId: BoardId,
  moves: readonly ChangePayload<"task.moved">[],
): Promise<void> {
  const inside = moves.filter(({ from, to }) => from.columnId === to.columnId).map(({ taskId }) => taskId);
  // Out of the way first: the unique index looks at each row as it is written, and old and new ranks may overlap.
  if (inside.length > 0) await tx.sql`UPDATE task SET rank = '~' || id WHERE id = ANY (${inside}::uuid[])`;
  const rows = moves.map(({ taskId, version, to, after }) => ({
    id: taskId,
    column_id: to.columnId,
    rank: to.rank,
    version,
    started_at: after.startedAt,
    finished_at: after.finishedAt,
    entered_column_at: after.enteredColumnAt,
    waiting_for_who: after.waitingFor?.who ?? null,
    waiting_since: after.waitingFor?.since ?? null,
    follow_up_on: after.waitingFor?.followUpOn ?? null,
  }));
  await tx.sql`
    UPDATE task SET column_id = new.column_id, rank = new.rank, version = new.version, started_at = new.started_at,
      finished_at = new.finished_at, entered_column_at = new.entered_column_at, waiting_for_who = new.waiting_for_who,
      waiting_since = new.waiting_since, follow_up_on = new.follow_up_on
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(id uuid, column_id uuid, rank text, version int,
      started_at timestamptz, finished_at timestamptz, entered_column_at timestamptz, waiting_for_who text,
      waiting_since timestamptz, follow_up_on date)
    WHERE task.id = new.id`;
  const gained = moves.flatMap(({ taskId, before, after }) =>
    after.contextIds
      .filter((contextId) => !before.contextIds.includes(contextId))
      .map((contextId) => ({ boardId, taskId, contextId })),
  );
  if (gained.length > 0) await tx.taskContext.createMany({ data: gained });
}

/** Writes the same fields to many tasks; each grows by a version. */
export async function writeFields(
  tx: ApiTx,
  boardId: BoardId,
  taskIds: TaskId[],
  fields: Partial<TaskFields>,
): Promise<void> {
  await tx.task.updateMany({
    where: { id: { in: taskIds }, boardId },
    data: { ...taskData(fields), version: { increment: 1 } },
  });
}

type Link = { taskId: TaskId; labelId: string };
/** Which task has which label, by kind. */
export type LabelLinks = Record<"tagIds" | "contextIds" | "assigneeIds", Link[]>;

/** Adds and takes off labels, at most one statement for each kind and direction. */
export async function writeLabels(tx: ApiTx, boardId: BoardId, come: LabelLinks, gone: LabelLinks): Promise<void> {
  const among = (links: Link[]) => ({
    tasks: { in: [...new Set(links.map(({ taskId }) => taskId))] },
    labels: { in: [...new Set(links.map(({ labelId }) => labelId))] },
  });
  // Every task loses the same labels: no link is taken off that was not asked for.
  const [tags, contexts, people] = [among(gone.tagIds), among(gone.contextIds), among(gone.assigneeIds)];
  if (gone.tagIds.length) await tx.taskTag.deleteMany({ where: { taskId: tags.tasks, tagId: tags.labels } });
  if (gone.contextIds.length) {
    await tx.taskContext.deleteMany({ where: { taskId: contexts.tasks, contextId: contexts.labels } });
  }
  if (gone.assigneeIds.length) {
    await tx.taskAssignee.deleteMany({ where: { taskId: people.tasks, userId: people.labels } });
  }
  const rows = <Key extends string>(links: Link[], key: Key) =>
    links.map(
      ({ taskId, labelId }) => ({ boardId, taskId, [key]: labelId }) as Record<Key | "boardId" | "taskId", string>,
    );
  if (come.tagIds.length) await tx.taskTag.createMany({ data: rows(come.tagIds, "tagId") });
  if (come.contextIds.length) await tx.taskContext.createMany({ data: rows(come.contextIds, "contextId") });
  if (come.assigneeIds.length) await tx.taskAssignee.createMany({ data: rows(come.assigneeIds, "userId") });
}

/** Takes many tasks off the board. */
export async function writeAllGone(
  tx: ApiTx,
  taskIds: TaskId[],
  gone: { archivedAt: Date } | { deletedAt: Date },
): Promise<void> {
  await tx.task.updateMany({ where: { id: { in: taskIds } }, data: { ...gone, version: { increment: 1 } } });
}
