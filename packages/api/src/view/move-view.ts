import type { Change } from "@kanban/domain/change";
import type { SavedView } from "@kanban/domain/entities";
import type { MutationInput } from "@kanban/domain/mutations";
import { planViewMove } from "@kanban/domain/plan-view";
import { byRank, evenRanks, needsRebalance, type Rank } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import { rankAmong } from "../column/place-column.ts";
import type { ActorContext, ApiTx } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { lockViews, writeView } from "./view.repository.ts";

/** Another place for a saved view in the list. */
export function moveView(ctx: ActorContext, input: MutationInput<"view.move">) {
  return mutateBoard(ctx, "view.move", input, async ({ tx, boardId }) => {
    const views = await lockViews(tx, boardId);
    const view = views.find(({ id }) => id === input.viewId) ?? refuse("VIEW_NOT_FOUND");
    const rank = rankAmong(views, view.id, input);
    const change = planViewMove(view, rank);
    if (!change) return [];
    await writeView(tx, view.id, { rank });
    const ordered = views.map((other) => (other.id === view.id ? { ...other, rank } : other)).sort(byRank);
    return [change, ...(needsRebalance(rank) ? await rankAnew(tx, ordered) : [])];
  });
}

async function rankAnew(tx: ApiTx, ordered: readonly SavedView[]): Promise<Change[]> {
  const ranks = evenRanks(ordered.length);
  const changes = ordered.map((view, index) => planViewMove(view, ranks[index]!)).filter((change) => change !== null);
  // Out of the way first: ranks are unique on a board, and old and new ones overlap.
  for (const { payload } of changes) await writeView(tx, payload.viewId, { rank: `~${payload.viewId}` as Rank });
  for (const { payload } of changes) await writeView(tx, payload.viewId, payload.after);
  return changes;
}
