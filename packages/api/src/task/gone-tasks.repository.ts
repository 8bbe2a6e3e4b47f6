import { Prisma } from "@kanban/db-api/client";
import type { TaskCard } from "@kanban/domain/entities";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { ApiDb } from "../context.ts";
import { instantOfText } from "./task-row.ts";
import { cardOfTask, type StoredRow, storedColumns, storedOfRow } from "./task.repository.ts";

type GoneRow = {
  card: TaskCard;
  goneAt: Instant;
  archivedAt: Instant | null;
  deletedAt: Instant | null;
  referenceAt: Instant | null;
};

/** A page of archived and trashed tasks, the latest first, after `cursor`. The caller has checked who asks. */
export async function listGonePage(
  db: ApiDb,
  boardId: BoardId,
  cursor: { goneAt: Instant; taskId: TaskId } | null,
  size: number,
): Promise<GoneRow[]> {
  const after = cursor
    ? Prisma.sql`AND (greatest(t.archived_at, t.deleted_at), t.id) < (${cursor.goneAt}::timestamptz, ${cursor.taskId}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<(StoredRow & { goneAt: string })[]>`
    SELECT ${storedColumns}, greatest(t.archived_at, t.deleted_at)::text AS "goneAt" FROM task t
    WHERE t.board_id = ${boardId}::uuid AND (t.archived_at IS NOT NULL OR t.deleted_at IS NOT NULL) ${after}
    ORDER BY greatest(t.archived_at, t.deleted_at) DESC, t.id DESC LIMIT ${size}::int`;
  return rows.map((row) => {
    const task = storedOfRow(row);
    const { archivedAt, deletedAt, referenceAt } = task;
    return { card: cardOfTask(task), goneAt: instantOfText(row.goneAt), archivedAt, deletedAt, referenceAt };
  });
}
