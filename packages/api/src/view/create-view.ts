import type { MutationInput } from "@kanban/domain/mutations";
import { planViewCreate } from "@kanban/domain/plan-view";
import { refuse } from "@kanban/domain/refusal";
import { rankAmong } from "../column/place-column.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { insertView, lockViews } from "./view.repository.ts";

/** Saves a way to look at the board, for all its members; NAME_TAKEN when it has a view of that name. */
export function createView(ctx: ActorContext, input: MutationInput<"view.create">) {
  return mutateBoard(ctx, "view.create", input, async ({ tx, boardId }) => {
    const views = await lockViews(tx, boardId);
    const { viewId: id, name, filter, layout, grouping } = input;
    const change = planViewCreate(views, { id, name, filter, layout, grouping, rank: rankAmong(views, id, {}) });
    if (!(await insertView(tx, boardId, change.payload.view))) refuse("ID_TAKEN");
    return [change];
  });
}
