import type { MutationInput } from "@kanban/domain/mutations";
import { planViewUpdate } from "@kanban/domain/plan-view";
import { refuse } from "@kanban/domain/refusal";
import { defined } from "@kanban/domain/rows";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { lockViews, writeView } from "./view.repository.ts";

/** Another name for a saved view, or another filter, layout or grouping in it. */
export function updateView(ctx: ActorContext, input: MutationInput<"view.update">) {
  return mutateBoard(ctx, "view.update", input, async ({ tx, boardId }) => {
    const views = await lockViews(tx, boardId);
    const view = views.find(({ id }) => id === input.viewId) ?? refuse("VIEW_NOT_FOUND");
    const change = planViewUpdate(views, view, input);
    if (!change) return [];
    await writeView(tx, view.id, defined(change.payload.after));
    return [change];
  });
}
