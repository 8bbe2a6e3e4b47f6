import { Prisma } from "@kanban/db-api/client";
import type { FlowFields } from "@kanban/domain/flow";
import type { TaskCard } from "@kanban/domain/entities";
import type { BoardId, ColumnId, ContextId, TaskId } from "@kanban/domain/ids";
import type { Anchors } from "@kanban/domain/place";
import type { Rank } from "@kanban/domain/rank";
import type { SqlTx } from "../context.ts";
import { cardOfRow, type TaskLabels, type TaskRow, taskRowColumns, instantOfText } from "./task-row.ts";

/** What a task has beside its card. */
type Bare = {
  notes: string;
  notesVersion: number;
  archivedAt: string | null;
  deletedAt: string | null;
  referenceAt: string | null;
};

/** A task as operations see it, wherever it is. */
export type StoredTask = TaskCard & Bare;

/** A row of {@link storedColumns}. */
export type StoredRow = TaskRow & TaskLabels & Bare;

/** Everything of `task t` an operation reads. */
export const storedColumns = Prisma.sql`${Prisma.raw(taskRowColumns)}, t.notes, t.notes_version AS "notesVersion",
  t.archived_at::text AS "archivedAt", t.deleted_at::text AS "deletedAt",
  t.reference_at::text AS "referenceAt",
  ARRAY(SELECT l.context_id::text FROM task_context l WHERE l.task_id = t.id ORDER BY l.context_id) AS "contextIds",
  ARRAY(SELECT l.tag_id::text FROM task_tag l WHERE l.task_id = t.id ORDER BY l.tag_id) AS "tagIds",
  ARRAY(SELECT l.user_id::text FROM task_assignee l WHERE l.task_id = t.id ORDER BY l.user_id) AS "assigneeIds"`;

/** The task of a row. */
export function storedOfRow(row: StoredRow): StoredTask {
  const { notes, notesVersion, archivedAt, deletedAt, referenceAt } = row;
  return {
    ...cardOfRow(row, row),
    notes,
    notesVersion,
    archivedAt: archivedAt === null ? null : instantOfText(archivedAt),
    deletedAt: deletedAt === null ? null : instantOfText(deletedAt),
    referenceAt: referenceAt === null ? null : instantOfText(referenceAt),
  };
}

/** The card alone, as events carry it. */
export function cardOfTask(task: StoredTask): TaskCard {
  const { notes: _notes, notesVersion: _notesVersion, ...rest } = task;
  const { archivedAt: _archivedAt, deletedAt: _deletedAt, referenceAt: _referenceAt, ...card } = rest;
  return card;
}

/** A task of the board, also one in the archive or trash. `mutateBoard` holds its lock. */
export async function findTask(tx: SqlTx, boardId: BoardId, taskId: TaskId): Promise<StoredTask | null> {
  const [row] = await tx.sql<StoredRow>`
    SELECT ${storedColumns} FROM task t WHERE t.id = ${taskId}::uuid AND t.board_id = ${boardId}::uuid`;
  return row ? storedOfRow(row) : null;
}

/** A task on the board: neither archived nor trashed. */
export async function findLiveTask(tx: SqlTx, boardId: BoardId, taskId: TaskId): Promise<StoredTask | null> {
  const task = await findTask(tx, boardId, taskId);
  return task && task.archivedAt === null && task.deletedAt === null ? task : null;
}

/**
 * What `findGap` needs of a column: the anchors that are in it, the task next to each on both sides, and the last one,
 * in order, without the moving tasks. The caller holds the column's lock, so this is what stays true to the commit.
 */
export async function listNeighbours(
  tx: SqlTx,
  columnId: ColumnId,
  movingIds: readonly TaskId[],
  { afterId, beforeId }: Anchors,
): Promise<{ id: TaskId; rank: Rank }[]> {
  return tx.sql<{ id: TaskId; rank: Rank }>`
    WITH anchor AS (
      SELECT id, rank FROM task
      WHERE id IN (${afterId ?? null}::uuid, ${beforeId ?? null}::uuid) AND id <> ALL (${[...movingIds]}::uuid[])
        AND column_id = ${columnId}::uuid AND archived_at IS NULL AND deleted_at IS NULL
    )
    SELECT id::text, rank FROM (
      SELECT id, rank FROM anchor
      UNION
      SELECT near.id, near.rank FROM anchor, LATERAL (
        SELECT id, rank FROM task
        WHERE column_id = ${columnId}::uuid AND archived_at IS NULL AND deleted_at IS NULL
          AND rank > anchor.rank AND id <> ALL (${[...movingIds]}::uuid[])
        ORDER BY rank LIMIT 1) near
      UNION
      SELECT near.id, near.rank FROM anchor, LATERAL (
        SELECT id, rank FROM task
        WHERE column_id = ${columnId}::uuid AND archived_at IS NULL AND deleted_at IS NULL
          AND rank < anchor.rank AND id <> ALL (${[...movingIds]}::uuid[])
        ORDER BY rank DESC LIMIT 1) near
      UNION
      (SELECT id, rank FROM task
        WHERE column_id = ${columnId}::uuid AND archived_at IS NULL AND deleted_at IS NULL AND id <> ALL (${[...movingIds]}::uuid[])
        ORDER BY rank DESC LIMIT 1)
    ) AS near ORDER BY rank`;
}

/** Writes a task's new place and what it changed in its flow. The caller holds the task's and both columns' locks. */
export async function writePlace(
  tx: SqlTx,
  taskId: TaskId,
  place: { columnId: ColumnId; rank: Rank },
  flow: FlowFields,
  version: number,
): Promise<void> {
  const { waitingFor } = flow;
  await tx.sql`
    UPDATE task SET column_id = ${place.columnId}::uuid, rank = ${place.rank}, version = ${version}::int,
      started_at = ${flow.startedAt}::timestamptz, finished_at = ${flow.finishedAt}::timestamptz,
      entered_column_at = ${flow.enteredColumnAt}::timestamptz, waiting_for_who = ${waitingFor?.who ?? null},
      waiting_since = ${waitingFor?.since ?? null}::timestamptz, follow_up_on = ${waitingFor?.followUpOn ?? null}::date
    WHERE id = ${taskId}::uuid`;
}

/** Gives a task more contexts. */
export async function addContexts(tx: SqlTx, boardId: BoardId, taskId: TaskId, contextIds: ContextId[]): Promise<void> {
  await tx.sql`
    INSERT INTO task_context (board_id, task_id, context_id)
    SELECT ${boardId}::uuid, ${taskId}::uuid, unnest(${contextIds}::uuid[])`;
}
