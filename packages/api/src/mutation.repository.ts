import type { BoardEvent, MutationAnswer } from "@kanban/domain/board-event";
import type { Change } from "@kanban/domain/change";
import type { Board, BoardRole } from "@kanban/domain/entities";
import type { BoardId, MutationId, TaskId, UserId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { Actor } from "@kanban/events/actor";
import { versionOf } from "@kanban/events/board-events";
import { aggregateOf } from "./aggregate-of.ts";
import type { Cause, SqlTx } from "./context.ts";
import { newId } from "./new-id.ts";
import { transitionOf } from "./task-transition.ts";

/*
 * The first and the last statement of every mutation. Raw SQL: each does in one round trip what would be five, and the
 * last one holds the board's row, the only lock all writers of a board share, until the commit that follows at once.
 */

/** One asked-for mutation, as the database keeps it to answer the same again. */
export type MutationKey = { actorKey: string; mutationId: MutationId; procedure: string; inputHash: string };

export type OpenedMutation = {
  /** False when this key has been used: nothing may be done but answer what was answered. */
  isNew: boolean;
  epoch: string;
  role: BoardRole;
  board: Board;
  isInTrash: boolean;
};

/**
 * Claims the key, finds the board with the actor's role on it, and locks the task the mutation is about, if it is
 * there. `null` when there is no such board for this actor. A twin in flight is waited for, then the key is not new.
 * The task's fields must be read by a later statement: this one's snapshot is older than the lock.
 */
export async function openMutation(
  tx: SqlTx,
  key: MutationKey,
  { boardId, userId, taskId }: { boardId: BoardId; userId: UserId; taskId: TaskId | null },
): Promise<OpenedMutation | null> {
  const [row] = await tx.sql<Omit<OpenedMutation, "board"> & Board>`
    WITH claimed AS (
      INSERT INTO idempotency_key (actor_key, mutation_id, procedure, input_hash)
      VALUES (${key.actorKey}, ${key.mutationId}::uuid, ${key.procedure}, ${key.inputHash})
      ON CONFLICT DO NOTHING RETURNING 1
    ), own AS (
      SELECT b.*, m.role FROM board b JOIN board_member m ON m.board_id = b.id
      WHERE b.id = ${boardId}::uuid AND m.user_id = ${userId}::uuid
    ), locked AS (
      SELECT t.id FROM task t
      WHERE t.id = ${taskId}::uuid AND t.board_id = ${boardId}::uuid
        AND EXISTS (SELECT FROM claimed) AND EXISTS (SELECT FROM own)
      FOR NO KEY UPDATE
    )
    SELECT EXISTS (SELECT FROM claimed) AS "isNew", (SELECT count(*)::int FROM locked) AS "lockedTasks",
      i.epoch::text, own.role::text, own.deleted_at IS NOT NULL AS "isInTrash",
      own.id::text, own.name, own.key, own.wip_policy::text AS "wipPolicy",
      own.sleep_after_days AS "sleepAfterDays", own.is_demo AS "isDemo", own.hints
    FROM own, instance i`;
  if (!row) return null;
  const { isNew, epoch, role, isInTrash, id, name, key: boardKey, wipPolicy, sleepAfterDays, isDemo, hints } = row;
  const board = { id, name, key: boardKey, wipPolicy, sleepAfterDays, isDemo, hints };
  return { isNew, epoch, role, isInTrash, board };
}

/** Claims a key for a board that is yet to be made; false when the key has been used. */
export async function claimKey(tx: SqlTx, key: MutationKey): Promise<boolean> {
  const claimed = await tx.sql`
    INSERT INTO idempotency_key (actor_key, mutation_id, procedure, input_hash)
    VALUES (${key.actorKey}, ${key.mutationId}::uuid, ${key.procedure}, ${key.inputHash})
    ON CONFLICT DO NOTHING RETURNING procedure`;
  return claimed.length === 1;
}

type StoredAnswer<Answer> = { procedure: string; inputHash: string; answer: Answer };

/** Of a board's mutation the events' place is kept; they themselves stand in the log. */
type BoardAnswer = { boardId: BoardId; epoch: string; firstSeq: number; count: number };

/** What was answered to a used key. */
export async function findStoredAnswer<Answer = BoardAnswer>(
  tx: SqlTx,
  key: MutationKey,
): Promise<StoredAnswer<Answer> | null> {
  const { actorKey, mutationId } = key;
  const [row] = await tx.sql<StoredAnswer<Answer>>`
    SELECT procedure, input_hash AS "inputHash", answer FROM idempotency_key
    WHERE actor_key = ${actorKey} AND mutation_id = ${mutationId}::uuid AND answer IS NOT NULL`;
  return row ?? null;
}

type ClosingMutation = {
  key: MutationKey;
  boardId: BoardId;
  epoch: string;
  actor: Actor;
  cause: Cause | null;
  now: Instant;
  changes: Change[];
};

/**
 * The last statement: moves the board's clock, writes the events with their seqs, the flow transitions and the answer.
 * Held to the commit, the board's row makes seq gapless and in commit order. No changes: the answer alone is kept.
 */
export async function closeMutation(tx: SqlTx, closing: ClosingMutation): Promise<MutationAnswer> {
  const { key, boardId, epoch, actor, cause, now, changes } = closing;
  const at = new Date(now);
  const rows = changes.map((change, index) => {
    const aggregate = aggregateOf(boardId, change);
    return {
      n: index + 1,
      id: newId(at),
      aggregate_type: aggregate.type,
      aggregate_id: aggregate.id,
      type: change.type,
      version: versionOf(change),
      payload: change.payload,
    };
  });
  const transitions = changes.map(transitionOf).filter((transition) => transition !== null);
  const [clock] = await tx.sql<{ before: string }>`
    WITH clock AS (
      UPDATE board SET seq = seq + ${rows.length}::int WHERE id = ${boardId}::uuid
      RETURNING seq - ${rows.length}::int AS before
    ), logged AS (
      INSERT INTO event_log (id, board_id, board_seq, aggregate_type, aggregate_id, type, version, payload, actor,
        mutation_id, causation_id, correlation_id, depth, occurred_at)
      SELECT e.id, ${boardId}::uuid, clock.before + e.n, e.aggregate_type, e.aggregate_id, e.type, e.version, e.payload,
        ${JSON.stringify(actor)}::jsonb, ${key.mutationId}::uuid, ${cause?.eventId ?? null}::uuid,
        ${cause?.correlationId ?? key.mutationId}::uuid, ${cause ? cause.depth + 1 : 0}::int, ${now}::timestamptz
      FROM clock, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(n int, id uuid, aggregate_type text,
        aggregate_id uuid, type text, version int, payload jsonb)
      ORDER BY e.n
    ), moved AS (
      INSERT INTO task_transition (board_id, task_id, from_column_id, from_kind, to_column_id, to_kind, at)
      SELECT ${boardId}::uuid, t."taskId", t."fromColumnId",
        coalesce(t."fromKind", (SELECT c.kind FROM "column" c WHERE c.id = t."fromColumnId")),
        t."toColumnId", t."toKind", ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(transitions)}::jsonb) AS t("taskId" uuid, "fromColumnId" uuid,
        "fromKind" column_kind, "toColumnId" uuid, "toKind" column_kind)
      -- Trashed out of the archive: it had left the board before.
      WHERE t."toColumnId" IS NOT NULL OR NOT EXISTS (
        SELECT FROM task WHERE id = t."taskId" AND archived_at IS NOT NULL AND deleted_at IS NOT NULL)
    ), answered AS (
      UPDATE idempotency_key SET answer = jsonb_build_object('boardId', ${boardId}::text, 'epoch', ${epoch}::text,
        'firstSeq', clock.before + 1, 'count', ${rows.length}::int)
      FROM clock WHERE actor_key = ${key.actorKey} AND mutation_id = ${key.mutationId}::uuid
    )
    SELECT before FROM clock`;
  if (!clock) throw new Error("The board went away inside its own transaction");
  const { userId, means } = actor;
  const events = changes.map((change, index): BoardEvent => ({
    seq: Number(clock.before) + index + 1,
    id: rows[index]!.id,
    mutationId: key.mutationId,
    actor: { userId, means },
    at: now,
    change,
  }));
  return { boardId, epoch, events };
}
