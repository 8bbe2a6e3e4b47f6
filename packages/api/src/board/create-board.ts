import { defaultColumns } from "@kanban/domain/column-kind";
import { columnKindSchema } from "@kanban/domain/column-kind-schema";
import { deriveBoardKey } from "@kanban/domain/derive-board-key";
import { defaultBoardSettings } from "./default-board-settings.ts";
import type { Column } from "@kanban/domain/entities";
import { type BoardId, boardIdSchema, type ColumnId, mutationIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { boardKeySchema, wipLimitSchema } from "@kanban/domain/mutations";
import { evenRanks } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import { lineText } from "@kanban/domain/text";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { inTransaction } from "../in-transaction.ts";
import { answerAgain, keyOf } from "../mutate-board.ts";
import { claimKey, closeMutation } from "../mutation.repository.ts";
import { newId } from "../new-id.ts";
import { countOwnBoards, getOwner, insertBoard } from "./board.repository.ts";

const newColumn = z.strictObject({
  name: lineText(limits.name),
  kind: columnKindSchema,
  wipLimit: wipLimitSchema.default(null),
});

export const createBoardInput = z.strictObject({
  boardId: boardIdSchema.optional(),
  mutationId: mutationIdSchema,
  name: lineText(limits.name),
  /** Made from the name when absent. */
  key: boardKeySchema.optional(),
  /** Inbox, next, doing, waiting, someday and done when absent. */
  columns: z.array(newColumn).min(1).max(limits.columnsPerBoard).optional(),
});

/** A new board of the actor's own; the mutation id stands in for its id when none is given. Asked again: the same. */
export async function createBoard(ctx: ActorContext, input: z.output<typeof createBoardInput>) {
  const { actor, cause } = ctx;
  const key = keyOf(actor, "board.create", input);
  return inTransaction(ctx.db, async (tx) => {
    if (!(await claimKey(tx, key))) return answerAgain(tx, key);
    if ((await countOwnBoards(tx, actor.userId)) >= limits.boardsPerUser) {
      refuse("LIMIT_REACHED", { limit: limits.boardsPerUser });
    }
    const { epoch, owner } = await getOwner(tx, actor.userId);
    const now = ctx.clock.now();
    const boardId = input.boardId ?? (input.mutationId as string as BoardId);
    const { name } = input;
    const board = { ...defaultBoardSettings, id: boardId, name, key: input.key ?? deriveBoardKey(name) };
    const wanted = input.columns ?? defaultColumns;
    const ranks = evenRanks(wanted.length);
    const columns = wanted.map((column, index): Column => {
      return { ...column, id: newId(now) as ColumnId, contextId: null, rank: ranks[index]! };
    });
    await insertBoard(tx, board, columns, actor.userId);
    const changes = [{ type: "board.created" as const, payload: { board, columns, owner } }];
    return closeMutation(tx, { key, boardId, epoch, actor, cause, now: now.toISOString(), changes });
  });
}
