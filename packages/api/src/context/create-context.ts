import { limits } from "@kanban/domain/limits";
import type { MutationInput } from "@kanban/domain/mutations";
import { planContextCreate } from "@kanban/domain/plan-label";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { countContexts, insertContext, isContextNameTaken } from "./context.repository.ts";

/** Adds a context to the board; NAME_TAKEN when it has one of that name, whatever its case. */
export function createContext(ctx: ActorContext, input: MutationInput<"context.create">) {
  return mutateBoard(ctx, "context.create", input, async ({ tx, boardId }) => {
    if (await isContextNameTaken(tx, boardId, input.contextId, input.name)) refuse("NAME_TAKEN", { name: input.name });
    // Not locked: a cap of this size may be passed by the few that arrive in the same instant.
    const limit = limits.contextsPerBoard;
    if ((await countContexts(tx, boardId)) >= limit) refuse("LIMIT_REACHED", { limit });
    const change = planContextCreate(input);
    if (!(await insertContext(tx, boardId, change.payload.context))) refuse("ID_TAKEN");
    return [change];
  });
}
