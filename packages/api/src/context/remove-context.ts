import type { MutationInput } from "@kanban/domain/mutations";
import { planContextRemove } from "@kanban/domain/plan-label";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { deleteContext, lockContext } from "./context.repository.ts";

/** Removes a context from the board and from every task and column that has it. */
export function removeContext(ctx: ActorContext, input: MutationInput<"context.remove">) {
  return mutateBoard(ctx, "context.remove", input, async ({ tx, boardId }) => {
    const context = (await lockContext(tx, boardId, input.contextId)) ?? refuse("CONTEXT_NOT_FOUND");
    const { tasks, columns } = await deleteContext(tx, context.id);
    return [planContextRemove(context, tasks, columns)];
  });
}
