import type { MutationInput } from "@kanban/domain/mutations";
import { planContextUpdate } from "@kanban/domain/plan-label";
import { refuse } from "@kanban/domain/refusal";
import { defined } from "@kanban/domain/rows";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { isContextNameTaken, lockContext, writeContext } from "./context.repository.ts";

/** Changes a context; NAME_TAKEN when another of the board has the new name. */
export function updateContext(ctx: ActorContext, input: MutationInput<"context.update">) {
  return mutateBoard(ctx, "context.update", input, async ({ tx, boardId }) => {
    const context = (await lockContext(tx, boardId, input.contextId)) ?? refuse("CONTEXT_NOT_FOUND");
    const change = planContextUpdate(context, input.name);
    if (!change) return [];
    const { name } = change.payload.after;
    if (name !== undefined && (await isContextNameTaken(tx, boardId, context.id, name))) refuse("NAME_TAKEN", { name });
    await writeContext(tx, context.id, defined(change.payload.after));
    return [change];
  });
}
