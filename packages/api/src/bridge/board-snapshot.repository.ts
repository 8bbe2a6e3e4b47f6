import type { BoardId, TaskId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { Actor } from "@kanban/events/actor";
import { hintSwitchesSchema } from "@kanban/domain/hint/hint-switches";
import type { LabelSnapshot, SnapshotEventPayload, TaskSnapshot } from "@kanban/events/snapshot-events";
import type { Cause, Pool, SqlTx } from "../context.ts";
import { newId } from "../new-id.ts";
import { instantOfText, momentOf } from "../task/task-row.ts";

/**
 * Locks a board against changes and answers where it stands; `null` when there is none. Until the commit nobody can
 * close a mutation on it, so all of its events up to `seq` stand in the log before what this transaction writes there.
 */
export async function lockBoardClock(tx: SqlTx, boardId: BoardId): Promise<number | null> {
  const [row] = await tx.sql<{ seq: string }>`SELECT seq FROM board WHERE id = ${boardId}::uuid FOR NO KEY UPDATE`;
  return row ? Number(row.seq) : null;
}

/** Every board there is, also those in the trash. */
export async function listAllBoardIds(pool: Pool): Promise<BoardId[]> {
  const { rows } = await pool.query<{ id: BoardId }>("SELECT id FROM board ORDER BY id");
  return rows.map(({ id }) => id);
}

/** The boards that this cause has been answered for. */
export async function listToldBoardIds(pool: Pool, { eventId }: Cause): Promise<Set<BoardId>> {
  const { rows } = await pool.query<{ id: BoardId }>(
    "SELECT DISTINCT board_id AS id FROM event_log WHERE board_seq IS NULL AND causation_id = $1 AND board_id IS NOT NULL",
    [eventId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether a snapshot of the board is still on its way: another one would tell nothing more. */
export async function hasUnpublishedSnapshot(tx: SqlTx, boardId: BoardId): Promise<boolean> {
  const rows = await tx.sql`
    SELECT 1 FROM event_log
    WHERE published_at IS NULL AND board_id = ${boardId}::uuid AND board_seq IS NULL AND type = 'board.snapshot' LIMIT 1`;
  return rows.length > 0;
}

type Row = Pick<
  TaskSnapshot,
  "version" | "kind" | "title" | "notes" | "tagIds" | "contextIds" | "projectId" | "hintedIds" | "estimateMinutes"
> & {
  taskId: TaskId;
  dueDay: string | null;
  dueAt: string | null;
  finishedAt: string | null;
  goneAt: string | null;
  archivedAt: string | null;
  capturedAt: string;
  startedAt: string | null;
  textVersion: number;
  author: Actor;
  writtenAt: string;
  eventId: string;
  correlationId: string;
  depth: number;
};

/**
 * Tasks of a board by id, also finished, archived and trashed ones, with the event their text came with. For a task whose
 * text no event brought (imported) the task stands for the event and the board's owner for the author.
 */
export async function listTaskSnapshots(
  tx: SqlTx,
  boardId: BoardId,
  { after, atMost }: { after: TaskId | null; atMost: number },
): Promise<TaskSnapshot[]> {
  const rows = await tx.sql<Row>`
    SELECT t.id::text AS "taskId", t.version, c.kind::text, t.title, t.notes, t.due_day::text AS "dueDay",
      t.due_at::text AS "dueAt", t.finished_at::text AS "finishedAt",
      coalesce(t.deleted_at, t.archived_at)::text AS "goneAt",
      CASE WHEN t.deleted_at IS NULL THEN t.archived_at END::text AS "archivedAt", t.captured_at::text AS "capturedAt",
      t.started_at::text AS "startedAt", t.project_id::text AS "projectId", t.estimate_minutes AS "estimateMinutes",
      ARRAY(SELECT l.tag_id::text FROM task_tag l WHERE l.task_id = t.id ORDER BY 1) AS "tagIds",
      ARRAY(SELECT l.context_id::text FROM task_context l WHERE l.task_id = t.id ORDER BY 1) AS "contextIds",
      ARRAY(
        SELECT DISTINCT brought.id FROM hint h,
          LATERAL (SELECT coalesce(h.value ->> 'tagId', h.value ->> 'contextId', h.value ->> 'projectId') AS id) AS brought
        WHERE h.task_id = t.id AND h.state = 'applied' AND h.kind IN ('tag', 'context', 'project')
          AND (brought.id = t.project_id::text
            OR EXISTS (SELECT FROM task_tag l WHERE l.task_id = t.id AND l.tag_id::text = brought.id)
            OR EXISTS (SELECT FROM task_context l WHERE l.task_id = t.id AND l.context_id::text = brought.id))
        ORDER BY 1) AS "hintedIds",
      coalesce(e.version, t.text_version) AS "textVersion", coalesce(e.actor, owner.actor) AS author,
      coalesce(e.occurred_at, t.captured_at)::text AS "writtenAt", coalesce(e.id, t.id)::text AS "eventId",
      coalesce(e.correlation_id, t.id)::text AS "correlationId", coalesce(e.depth, 0) AS depth
    FROM (
      SELECT * FROM task WHERE board_id = ${boardId}::uuid AND (${after}::uuid IS NULL OR id > ${after}::uuid)
      ORDER BY id LIMIT ${atMost}::int) AS t
    JOIN "column" c ON c.id = t.column_id
    CROSS JOIN LATERAL (
      SELECT jsonb_build_object('userId', u.id, 'means', 'hand', 'timeZone', u.time_zone) AS actor
      FROM board_member m JOIN "user" u ON u.id = m.user_id
      WHERE m.board_id = t.board_id ORDER BY m.role, m.created_at LIMIT 1) AS owner
    LEFT JOIN LATERAL (
      SELECT l.id, l.correlation_id, l.depth, l.actor, l.occurred_at,
        coalesce(l.payload -> 'card' ->> 'version', l.payload ->> 'version')::int AS version
      FROM event_log l
      WHERE l.aggregate_id = t.id AND (l.type IN ('task.created', 'task.restored')
        OR (l.type = 'task.updated' AND l.payload -> 'after' ?| array['title', 'notes']))
      ORDER BY l.position DESC LIMIT 1) AS e ON true
    ORDER BY t.id`;
  return rows.map((row) => ({
    taskId: row.taskId,
    version: row.version,
    kind: row.kind,
    title: row.title,
    notes: row.notes,
    dueAt: momentOf(row.dueDay, row.dueAt),
    finishedAt: row.finishedAt === null ? null : instantOfText(row.finishedAt),
    goneAt: row.goneAt === null ? null : instantOfText(row.goneAt),
    archivedAt: row.archivedAt === null ? null : instantOfText(row.archivedAt),
    capturedAt: instantOfText(row.capturedAt),
    startedAt: row.startedAt === null ? null : instantOfText(row.startedAt),
    tagIds: row.tagIds,
    contextIds: row.contextIds,
    projectId: row.projectId,
    hintedIds: row.hintedIds,
    estimateMinutes: row.estimateMinutes,
    text: {
      version: row.textVersion,
      author: row.author,
      writtenAt: instantOfText(row.writtenAt),
      eventId: row.eventId,
      correlationId: row.correlationId,
      depth: row.depth,
    },
  }));
}

/** The labels of a board, and which hints it wants. */
export async function readBoardFacts(
  tx: SqlTx,
  boardId: BoardId,
): Promise<Required<Pick<SnapshotEventPayload<"board.snapshot">, "labels" | "hints">>> {
  const labels = await tx.sql<LabelSnapshot>`
    SELECT id::text AS "labelId", 'tag' AS kind, name, true AS "isOpen" FROM tag WHERE board_id = ${boardId}::uuid
    UNION ALL SELECT id::text, 'context', name, true FROM context WHERE board_id = ${boardId}::uuid
    UNION ALL SELECT id::text, 'project', name, status = 'active' FROM project WHERE board_id = ${boardId}::uuid
    ORDER BY 1`;
  const [board] = await tx.sql<{ hints: unknown }>`SELECT hints FROM board WHERE id = ${boardId}::uuid`;
  return { labels, hints: hintSwitchesSchema.parse(board?.hints) };
}

/** Tells the worker something of a board beside the board's history: it moves no clock and no client hears of it. */
export async function appendBesideHistory(
  tx: SqlTx,
  boardId: BoardId,
  events: readonly { type: string; version: number; payload: unknown }[],
  { cause, now }: { cause: Cause; now: Instant },
): Promise<void> {
  const rows = events.map((event, index) => ({ n: index, id: newId(new Date(now)), ...event }));
  await tx.sql`
    INSERT INTO event_log (id, board_id, aggregate_type, aggregate_id, type, version, payload, mutation_id, causation_id,
      correlation_id, depth, occurred_at)
    SELECT e.id, ${boardId}::uuid, 'board', ${boardId}::uuid, e.type, e.version, e.payload, e.id, ${cause.eventId}::uuid,
      ${cause.correlationId}::uuid, ${cause.depth + 1}::int, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(n int, id uuid, type text, version int, payload jsonb)
    ORDER BY e.n`;
}
