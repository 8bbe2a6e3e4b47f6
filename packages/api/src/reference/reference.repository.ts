import { Prisma } from "@kanban/db-api/client";
import type { BoardId, TaskId, UserId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { ApiDb } from "../context.ts";
import { instantOfText } from "../task/task-row.ts";

/** A task that asks for nothing and is kept to be looked up. */
export type ReferenceTask = {
  taskId: TaskId;
  boardId: BoardId;
  boardName: string;
  /** `HOME` in `HOME-12`. */
  boardKey: string;
  /** Of a board one only reads nothing can be brought back. */
  canEdit: boolean;
  number: number;
  title: string;
  /** How its notes begin. */
  notes: string;
  attachmentCount: number;
  referenceAt: Instant;
};

export type ReferenceCursor = { referenceAt: Instant; taskId: TaskId };

/** Characters of the notes a row has room for. */
const notesShown = 240;

/** A page of what a user keeps for reference on their boards, the latest first; `query` as PostgreSQL reads it. */
export async function listReferencePage(
  db: ApiDb,
  asked: { userId: UserId; query: string | null; cursor: ReferenceCursor | null; size: number },
): Promise<ReferenceTask[]> {
  const { cursor, query } = asked;
  const after = cursor
    ? Prisma.sql`AND (t.reference_at, t.id) < (${cursor.referenceAt}::timestamptz, ${cursor.taskId}::uuid)`
    : Prisma.empty;
  const found = query
    ? Prisma.sql`AND EXISTS (SELECT FROM task_search s WHERE s.task_id = t.id AND s.document @@ ${query}::tsquery)`
    : Prisma.empty;
  const rows = await db.$queryRaw<ReferenceTask[]>`
    SELECT t.id::text AS "taskId", b.id::text AS "boardId", b.name AS "boardName", b.key AS "boardKey",
      m.role <> 'viewer' AS "canEdit", t.number, t.title, left(t.notes, ${notesShown}::int) AS notes,
      t.attachment_count AS "attachmentCount", t.reference_at::text AS "referenceAt"
    FROM board_member m JOIN board b ON b.id = m.board_id JOIN task t ON t.board_id = b.id
    WHERE m.user_id = ${asked.userId}::uuid AND b.deleted_at IS NULL
      AND t.reference_at IS NOT NULL AND t.deleted_at IS NULL ${found} ${after}
    ORDER BY t.reference_at DESC, t.id DESC LIMIT ${asked.size}::int`;
  return rows.map((row) => ({ ...row, referenceAt: instantOfText(row.referenceAt) }));
}
