import type { MutationInput } from "@kanban/domain/mutations";
import { planColumnMove } from "@kanban/domain/plan-column";
import { byRank } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import { lockBoard } from "../board/board.repository.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { listColumns, writeColumnRank } from "./column.repository.ts";
import { rankAmong, rerankColumnsIfLong } from "./place-column.ts";

/** Another place for a column on its board. */
export function moveColumn(ctx: ActorContext, input: MutationInput<"column.move">) {
  return mutateBoard(ctx, "column.move", input, async ({ tx, boardId }) => {
    await lockBoard(tx, boardId);
    const columns = await listColumns(tx, boardId);
    const column = columns.find(({ id }) => id === input.columnId) ?? refuse("COLUMN_NOT_FOUND");
    const rank = rankAmong(columns, column.id, input);
    const change = planColumnMove(column, rank);
    if (!change) return [];
    await writeColumnRank(tx, column.id, rank);
    const ordered = columns.map((other) => (other.id === column.id ? { ...other, rank } : other)).sort(byRank);
    return [change, ...(await rerankColumnsIfLong(tx, ordered, rank))];
  });
}
