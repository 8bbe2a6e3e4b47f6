import type { Attachment, ChecklistItem, Comment, Hint, TaskCard, TaskDetail } from "@kanban/domain/entities";
import type { BoardId, TaskId, UserId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import { byRank } from "@kanban/domain/rank";
import { attachmentOfJson, attachmentsOfTask } from "../attachment/attachment.repository.ts";
import { Prisma } from "@kanban/db-api/client";
import type { ApiDb, ApiTx } from "../context.ts";
import { cardOfTask, type StoredRow, type StoredTask, storedColumns, storedOfRow } from "./task.repository.ts";

/** A task as its panel shows it, wherever it is, at one seq of its board. */
export type OpenedTask = {
  epoch: string;
  seq: number;
  card: TaskCard;
  detail: TaskDetail;
  archivedAt: Instant | null;
  deletedAt: Instant | null;
  /** Archived to be looked up. */
  referenceAt: Instant | null;
};

type Bodies = { checklist: ChecklistItem[]; hints: Hint[]; comments: Comment[]; attachments: Attachment[] };
type OpenedRow = StoredRow & Bodies & { epoch: string; seq: bigint };

/** The bodies of `task t`, beside {@link storedColumns}. */
const bodiesColumns = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', c.id, 'text', c.text, 'isDone', c.is_done, 'rank', c.rank)), '[]')
    FROM checklist_item c WHERE c.task_id = t.id) AS checklist,
  (SELECT coalesce(json_agg(json_build_object('id', h.id, 'taskId', h.task_id, 'agent', h.agent, 'value', h.value,
    'evidence', h.evidence, 'confidence', h.confidence, 'state', h.state, 'proposedAt', h.proposed_at)
    ORDER BY h.proposed_at, h.id), '[]')
    FROM hint h WHERE h.task_id = t.id) AS hints,
  (SELECT coalesce(json_agg(json_build_object('id', c.id, 'authorId', c.author_id, 'body', c.body,
    'mentionIds', c.mention_ids, 'createdAt', c.created_at, 'editedAt', c.edited_at)
    ORDER BY c.created_at, c.id), '[]')
    FROM comment c WHERE c.task_id = t.id) AS comments,
  (${attachmentsOfTask}) AS attachments`;

/** The stored tasks of these ids with their bodies, wherever they are; the caller holds their locks. */
export async function listTasksWithBodies(
  tx: ApiTx,
  boardId: BoardId,
  taskIds: readonly TaskId[],
): Promise<{ task: StoredTask; detail: TaskDetail }[]> {
  const rows = await tx.$queryRaw<(StoredRow & Bodies)[]>`
    SELECT ${storedColumns}, ${bodiesColumns} FROM task t
    WHERE t.board_id = ${boardId}::uuid AND t.id = ANY (${[...taskIds]}::uuid[])`;
  return rows.map((row) => ({ task: storedOfRow(row), detail: detailOf(row) }));
}

function detailOf(row: StoredRow & Bodies): TaskDetail {
  const { notes, notesVersion } = row;
  const hints = row.hints.map((hint) => ({ ...hint, proposedAt: new Date(hint.proposedAt).toISOString() }));
  const comments = row.comments.map(({ createdAt, editedAt, ...comment }) => ({
    ...comment,
    createdAt: new Date(createdAt).toISOString(),
    editedAt: editedAt === null ? null : new Date(editedAt).toISOString(),
  }));
  const attachments = row.attachments.map(attachmentOfJson);
  return { notes, notesVersion, checklist: row.checklist.sort(byRank), hints, comments, attachments };
}

/** A task of one of the user's live boards with its bodies. One statement, so that all of it is of one seq. */
export async function findOpenedTask(
  db: ApiDb,
  userId: UserId,
  boardId: BoardId,
  { taskId, number }: { taskId: TaskId | null; number: number | null },
): Promise<OpenedTask | null> {
  const [row] = await db.$queryRaw<OpenedRow[]>`
    SELECT ${storedColumns}, i.epoch::text, b.seq, ${bodiesColumns}
    FROM instance i, task t JOIN board b ON b.id = t.board_id JOIN board_member m ON m.board_id = b.id
    WHERE t.board_id = ${boardId}::uuid AND (t.id = ${taskId}::uuid OR t.number = ${number}::int)
      AND b.deleted_at IS NULL AND m.user_id = ${userId}::uuid`;
  if (!row) return null;
  const task = storedOfRow(row);
  const { archivedAt, deletedAt, referenceAt } = task;
  return {
    epoch: row.epoch,
    seq: Number(row.seq),
    card: cardOfTask(task),
    detail: detailOf(row),
    archivedAt,
    deletedAt,
    referenceAt,
  };
}
