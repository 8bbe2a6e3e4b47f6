import type { MutationInput } from "@kanban/domain/mutations";
import { planViewRemove } from "@kanban/domain/plan-view";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { deleteView, lockViews } from "./view.repository.ts";

/** Deletes a saved view; the tasks it showed stay. */
export function removeView(ctx: ActorContext, input: MutationInput<"view.remove">) {
  return mutateBoard(ctx, "view.remove", input, async ({ tx, boardId }) => {
    const views = await lockViews(tx, boardId);
    const view = views.find(({ id }) => id === input.viewId) ?? refuse("VIEW_NOT_FOUND");
    await deleteView(tx, view.id);
    return [planViewRemove(view)];
  });
}
