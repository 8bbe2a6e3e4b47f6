import { Prisma } from "@kanban/db-api/client";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { Board, BoardRole } from "@kanban/domain/entities";
import type { BoardId, MutationId, TaskId, UserId } from "@kanban/domain/ids";
import type { SqlTx } from "./context.ts";
import { type LoggedChanges, logOf } from "./change-log.repository.ts";

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
export type BoardAnswer = { boardId: BoardId; epoch: string; firstSeq: number; count: number };

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

/**
 * The last statement: moves the board's clock, writes the events with their seqs, the flow transitions and the answer.
 * Held to the commit, the board's row makes seq gapless and in commit order. No changes: the answer alone is kept.
 */
export async function closeMutation(
  tx: SqlTx,
  { key, epoch, ...made }: Omit<LoggedChanges, "mutationId"> & { key: MutationKey; epoch: string },
): Promise<MutationAnswer> {
  const { boardId, changes } = made;
  const count = changes.length;
  const log = logOf({ ...made, mutationId: key.mutationId });
  const [clock] = await tx.sql<{ before: string }>`
    WITH clock AS (
      UPDATE board SET seq = seq + ${count}::int WHERE id = ${boardId}::uuid RETURNING seq - ${count}::int AS before
    ), logged AS (${log.insertEvents(Prisma.sql`(SELECT before FROM clock)`)}), moved AS (${log.insertTransitions}),
    answered AS (
      UPDATE idempotency_key SET answer = jsonb_build_object('boardId', ${boardId}::text, 'epoch', ${epoch}::text,
        'firstSeq', clock.before + 1, 'count', ${count}::int)
      FROM clock WHERE actor_key = ${key.actorKey} AND mutation_id = ${key.mutationId}::uuid
    )
    SELECT before FROM clock`;
  if (!clock) throw new Error("The board went away inside its own transaction");
  return { boardId, epoch, events: log.eventsAfter(Number(clock.before)) };
}
