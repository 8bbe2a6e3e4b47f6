import { limits } from "@kanban/domain/limits";
import type { MutationInput } from "@kanban/domain/mutations";
import { planColumnCreate } from "@kanban/domain/plan-column";
import { byRank } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import { lockBoard } from "../board/board.repository.ts";
import { checkLabels } from "../label/label.repository.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { insertColumn, listColumns } from "./column.repository.ts";
import { rankAmong, rerankColumnsIfLong } from "./place-column.ts";

/** A new column, at the right end or where its anchors say. */
export function createColumn(ctx: ActorContext, input: MutationInput<"column.create">) {
  return mutateBoard(ctx, "column.create", input, async ({ tx, boardId }) => {
    if (input.contextId) await checkLabels(tx, boardId, { contextIds: [input.contextId] });
    await lockBoard(tx, boardId);
    const columns = await listColumns(tx, boardId);
    if (columns.length >= limits.columnsPerBoard) refuse("LIMIT_REACHED", { limit: limits.columnsPerBoard });
    const change = planColumnCreate(input, rankAmong(columns, input.columnId, input));
    const { column } = change.payload;
    await insertColumn(tx, boardId, column);
    return [change, ...(await rerankColumnsIfLong(tx, [...columns, column].sort(byRank), column.rank))];
  });
}
