import type { Attachment, ChecklistItem, Hint, TaskCard, TaskDetail } from "@kanban/domain/entities";
import type { BoardId, TaskId, UserId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import { byRank } from "@kanban/domain/rank";
import { attachmentOfJson, attachmentsOfTask } from "../attachment/attachment.repository.ts";
import type { ApiDb } from "../context.ts";
import { cardOfTask, type StoredRow, storedColumns, storedOfRow } from "./task.repository.ts";

/** A task as its panel shows it, wherever it is, at one seq of its board. */
export type OpenedTask = {
  epoch: string;
  seq: number;
  card: TaskCard;
  detail: TaskDetail;
  archivedAt: Instant | null;
  deletedAt: Instant | null;
};

type OpenedRow = StoredRow & {
  epoch: string;
  seq: bigint;
  checklist: ChecklistItem[];
  hints: Hint[];
  attachments: Attachment[];
};

/** A task of one of the user's live boards with its bodies. One statement, so that all of it is of one seq. */
export async function findOpenedTask(
  db: ApiDb,
  userId: UserId,
  boardId: BoardId,
  { taskId, number }: { taskId: TaskId | null; number: number | null },
): Promise<OpenedTask | null> {
  const [row] = await db.$queryRaw<OpenedRow[]>`
    SELECT ${storedColumns}, i.epoch::text, b.seq,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'text', c.text, 'isDone', c.is_done, 'rank', c.rank)), '[]')
        FROM checklist_item c WHERE c.task_id = t.id) AS checklist,
      (SELECT coalesce(json_agg(json_build_object('id', h.id, 'taskId', h.task_id, 'agent', h.agent, 'value', h.value,
        'evidence', h.evidence, 'confidence', h.confidence, 'state', h.state, 'proposedAt', h.proposed_at)
        ORDER BY h.proposed_at, h.id), '[]')
        FROM hint h WHERE h.task_id = t.id) AS hints,
      (${attachmentsOfTask}) AS attachments
    FROM instance i, task t JOIN board b ON b.id = t.board_id JOIN board_member m ON m.board_id = b.id
    WHERE t.board_id = ${boardId}::uuid AND (t.id = ${taskId}::uuid OR t.number = ${number}::int)
      AND b.deleted_at IS NULL AND m.user_id = ${userId}::uuid`;
  if (!row) return null;
  const task = storedOfRow(row);
  const { notes, notesVersion, archivedAt, deletedAt } = task;
  const hints = row.hints.map((hint) => ({ ...hint, proposedAt: new Date(hint.proposedAt).toISOString() }));
  return {
    epoch: row.epoch,
    seq: Number(row.seq),
    card: cardOfTask(task),
    detail: {
      notes,
      notesVersion,
      checklist: row.checklist.sort(byRank),
      hints,
      attachments: row.attachments.map(attachmentOfJson),
    },
    archivedAt,
    deletedAt,
  };
}
