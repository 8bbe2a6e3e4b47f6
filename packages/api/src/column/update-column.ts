import type { MutationInput } from "@kanban/domain/mutations";
import { planColumnUpdate } from "@kanban/domain/plan-column";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { checkLabels } from "../label/label.repository.ts";
import { mutateBoard } from "../mutate-board.ts";
import { lockColumn, writeColumn } from "./column.repository.ts";

/** Other settings of a column: name, kind, context, limit. */
export function updateColumn(ctx: ActorContext, input: MutationInput<"column.update">) {
  return mutateBoard(ctx, "column.update", input, async ({ tx, boardId }) => {
    if (input.contextId) await checkLabels(tx, boardId, { contextIds: [input.contextId] });
    const column = (await lockColumn(tx, boardId, input.columnId)) ?? refuse("COLUMN_NOT_FOUND");
    const change = planColumnUpdate(column, input);
    if (!change) return [];
    await writeColumn(tx, column.id, change.payload.after);
    return [change];
  });
}
