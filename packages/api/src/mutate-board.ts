import { hash } from "node:crypto";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { Change } from "@kanban/domain/change";
import type { Board, BoardRole } from "@kanban/domain/entities";
import type { BoardId, ColumnId, MutationId, TaskId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import { refuse } from "@kanban/domain/refusal";
import type { Actor } from "@kanban/events/actor";
import type { ActorContext, ApiTx, SqlTx } from "./context.ts";
import { listEvents } from "./event-log.repository.ts";
import { inSqlTransaction, inTransaction } from "./in-transaction.ts";
import { closeMutation, findStoredAnswer, type MutationKey, openMutation } from "./mutation.repository.ts";
import { lockTasks } from "./task/rank.repository.ts";

/** What a mutation works with, inside its transaction. */
export type BoardScope<Tx extends SqlTx = ApiTx> = {
  tx: Tx;
  actor: Actor;
  boardId: BoardId;
  role: Exclude<BoardRole, "viewer">;
  board: Board;
  /** One moment for everything the mutation writes. */
  now: Instant;
  /** The column whose every task it holds; see {@link WholeColumnNeeded}. */
  wholeColumnId: ColumnId | null;
};

/**
 * Thrown by `work` that turns out to need every task of a column: it is run again, with their locks taken first. Taken
 * in the middle, under the column's lock, they would be held by others who wait for just that.
 */
export class WholeColumnNeeded extends Error {
  readonly columnId: ColumnId;
  constructor(columnId: ColumnId) {
    super(`All tasks of column ${columnId} are needed`);
    this.columnId = columnId;
  }
}

export type BoardMutationInput = {
  boardId: BoardId;
  mutationId: MutationId;
  taskId?: TaskId | undefined;
  /** Tasks `work` locks itself, first of all. */
  taskIds?: readonly TaskId[] | undefined;
};

export type MutationRules = {
  /** Only the owner may. */
  isOwnerOnly?: boolean;
  /** Also on a board in the trash. */
  isForTrashToo?: boolean;
  /** What the mutation id stands for, where the input was made of it and may come out otherwise when asked again. */
  remembered?: { mutationId: MutationId };
};

/**
 * The one way a board changes; `captureWords` does the same for the plainest of captures. In one transaction: claims the
 * mutation id (asked again: the same answer, nothing done; with another input: MUTATION_ID_REUSED), loads the board with
 * the actor's role (a foreign board and a missing one are both BOARD_NOT_FOUND, a viewer gets READ_ONLY), locks the task
 * named `taskId` in the input, does `work`, and last of all bumps the board's seq and writes what `work` changed as
 * events. No changes, no events.
 *
 * Locks are taken in one order: the input's task (here), other tasks by id, labels, columns by id, the board's row
 * (last, by `closeMutation`; `takeTaskNumber` may take it just before). Who needs a whole column's tasks takes them by
 * id, the input's among them, before anything else. `work` may run more than once.
 */
export function mutateBoard(
  ctx: ActorContext,
  procedure: string,
  input: BoardMutationInput,
  work: (scope: BoardScope) => Promise<Change[]>,
  rules: MutationRules = {},
): Promise<MutationAnswer> {
  const key = keyOf(ctx.actor, procedure, rules.remembered ?? input);
  return withColumnIfNeeded((columnId) =>
    inTransaction(ctx.db, (tx) => mutate(tx, ctx, { key, input, columnId }, work, rules)),
  );
}

/** {@link mutateBoard} for work that needs no Prisma and must be fast: what happens on every drag. */
export function mutateBoardInSql(
  ctx: ActorContext,
  procedure: string,
  input: BoardMutationInput,
  work: (scope: BoardScope<SqlTx>) => Promise<Change[]>,
  rules: MutationRules = {},
): Promise<MutationAnswer> {
  const key = keyOf(ctx.actor, procedure, rules.remembered ?? input);
  return withColumnIfNeeded((columnId) =>
    inSqlTransaction(ctx.pool, (tx) => mutate(tx, ctx, { key, input, columnId }, work, rules)),
  );
}

async function withColumnIfNeeded<Result>(run: (columnId: ColumnId | null) => Promise<Result>): Promise<Result> {
  for (let columnId: ColumnId | null = null; ;) {
    try {
      return await run(columnId);
    } catch (error) {
      if (!(error instanceof WholeColumnNeeded)) throw error;
      ({ columnId } = error);
    }
  }
}

async function mutate<Tx extends SqlTx>(
  tx: Tx,
  { actor, cause, clock }: ActorContext,
  { key, input, columnId }: { key: MutationKey; input: BoardMutationInput; columnId: ColumnId | null },
  work: (scope: BoardScope<Tx>) => Promise<Change[]>,
  rules: MutationRules,
): Promise<MutationAnswer> {
  const { boardId, taskId, taskIds = [] } = input;
  if (columnId) await lockTasks(tx, boardId, columnId, taskId ? [taskId] : taskIds);
  const about = { boardId, userId: actor.userId, taskId: taskId ?? null };
  const opened = (await openMutation(tx, key, about)) ?? refuse("BOARD_NOT_FOUND");
  const { isNew, epoch, role, board, isInTrash } = opened;
  if (!isNew) return answerAgain(tx, key);
  if (isInTrash && !rules.isForTrashToo) refuse("BOARD_NOT_FOUND");
  if (role === "viewer") return refuse("READ_ONLY");
  if (rules.isOwnerOnly && role !== "owner") refuse("OWNER_ONLY");
  const now = clock.now().toISOString();
  const changes = await work({ tx, actor, boardId, role, board, now, wholeColumnId: columnId });
  return closeMutation(tx, { key, boardId, epoch, actor, cause, now, changes });
}

/** The key under which a mutation is remembered. `input` is as its schema gives it, so its keys have one order. */
export function keyOf(actor: Actor, procedure: string, input: { mutationId: MutationId }): MutationKey {
  const { mutationId, ...rest } = input;
  const actorKey = `user:${actor.userId}`;
  return { actorKey, mutationId, procedure, inputHash: hash("sha256", JSON.stringify(rest)) };
}

/** The answer given before; MUTATION_ID_REUSED when it answered something else. */
export async function answerAgain(tx: SqlTx, key: MutationKey): Promise<MutationAnswer> {
  const stored = await findStoredAnswer(tx, key);
  if (!stored) throw new Error("A mutation id is taken and has no answer");
  if (stored.procedure !== key.procedure || stored.inputHash !== key.inputHash) refuse("MUTATION_ID_REUSED");
  const { boardId, epoch, firstSeq, count } = stored.answer;
  const events = count === 0 ? [] : await listEvents(tx, boardId, firstSeq, firstSeq + count - 1);
  return { boardId, epoch, events };
}
