import { Prisma } from "@kanban/db-api/client";
import { sqlTagOf } from "@kanban/db-api/transaction";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { ChangeOf } from "@kanban/domain/change";
import type { BoardId, UserId } from "@kanban/domain/ids";
import type { Rank } from "@kanban/domain/rank";
import { selectCaptureBoards } from "../board/capture-board.repository.ts";
import type { CountedColumn } from "../column/column.repository.ts";
import type { Pool } from "../context.ts";
import { type LoggedChanges, logOf } from "../change-log.repository.ts";
import { openTasksOf, topRankOf } from "./inbox.repository.ts";
import type { BoardAnswer, MutationKey } from "../mutation.repository.ts";

/** An inbox as it was at one moment of its board, with what a new task on its top needs. */
export type SeenInbox = {
  boardId: BoardId;
  epoch: string;
  /** The board's clock at that moment: every change of the board moves it. */
  seq: number;
  /** The next task's. */
  number: number;
  /** Open tasks of the whole board. */
  boardTasks: number;
  /** The rank to come above; `null` in an empty inbox. */
  below: Rank | null;
  column: CountedColumn;
};

/** The inbox a person's words go to; `null` without one, and when the mutation id has been used. */
export async function seeInbox(
  pool: Pool,
  { userId, boardId, key }: { userId: UserId; boardId: BoardId | null; key: MutationKey },
): Promise<SeenInbox | null> {
  const asked = Prisma.sql`b.id::text AS "boardId", b.seq, b.next_number AS number, inbox.*,
    (SELECT epoch::text FROM instance) AS epoch,
    ${openTasksOf(Prisma.sql`b.id`)} AS "boardTasks", ${topRankOf(Prisma.sql`inbox.id::uuid`)} AS below,
    EXISTS (SELECT FROM idempotency_key WHERE actor_key = ${key.actorKey} AND mutation_id = ${key.mutationId}::uuid)
      AS "isKeyUsed"`;
  type Seen = Omit<SeenInbox, "column" | "seq"> & { seq: string; isKeyUsed: boolean } & CountedColumn;
  const [seen] = await sqlTagOf(pool)<Seen>`${selectCaptureBoards(asked, userId, { only: boardId, most: 1 })}`;
  if (!seen || seen.isKeyUsed) return null;
  const { boardId: id, epoch, seq, number, boardTasks, below, isKeyUsed: _, ...column } = seen;
  return { boardId: id, epoch, seq: Number(seq), number, boardTasks, below, column };
}

/**
 * Writes a task that has words and a place, and nothing else, into an inbox that still is as it was seen; otherwise the
 * database refuses it as a lost race (`faultOf`: conflict), as whatever has changed the board has an event where this
 * one would stand. Locks as `mutateBoard` does: key, column, board.
 */
export async function writeWords(
  pool: Pool,
  { boardId, epoch, seq }: SeenInbox,
  key: MutationKey,
  made: Omit<LoggedChanges, "boardId" | "mutationId" | "changes"> & { created: ChangeOf<"task.created"> },
): Promise<MutationAnswer> {
  const { created, ...by } = made;
  const { card, notes } = created.payload;
  const log = logOf({ ...by, boardId, mutationId: key.mutationId, changes: [created] });
  const answer: BoardAnswer = { boardId, epoch, firstSeq: seq + 1, count: 1 };
  await sqlTagOf(pool)`
    WITH claimed AS (
      INSERT INTO idempotency_key (actor_key, mutation_id, procedure, input_hash, answer)
      VALUES (${key.actorKey}, ${key.mutationId}::uuid, ${key.procedure}, ${key.inputHash},
        ${JSON.stringify(answer)}::jsonb)
      RETURNING 1
    ), entered AS (
      UPDATE "column" SET open_tasks = open_tasks + 1 FROM claimed WHERE id = ${card.columnId}::uuid RETURNING 1
    ), clock AS (
      UPDATE board SET seq = seq + 1, next_number = next_number + 1 FROM entered WHERE id = ${boardId}::uuid RETURNING 1
    ), written AS (
      INSERT INTO task (id, board_id, column_id, number, title, notes, rank, source, version, captured_at, started_at,
        finished_at, entered_column_at)
      VALUES (${card.id}::uuid, ${boardId}::uuid, ${card.columnId}::uuid, ${card.number}, ${card.title}, ${notes},
        ${card.rank}, ${card.source}, ${card.version}, ${card.capturedAt}::timestamptz, ${card.startedAt}::timestamptz,
        ${card.finishedAt}::timestamptz, ${card.enteredColumnAt}::timestamptz)
    ), logged AS (${log.insertEvents(Prisma.sql`${seq}::bigint`)}), moved AS (${log.insertTransitions})
    SELECT FROM clock`;
  return { boardId, epoch, events: log.eventsAfter(seq) };
}
