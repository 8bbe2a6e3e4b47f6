import type { ChangeOf } from "./change.ts";
import { changedFields } from "./changed-fields.ts";
import type { SavedView } from "./entities.ts";
import { limits } from "./limits.ts";
import type { MutationInput } from "./mutations.ts";
import { checkNameIsFree } from "./plan-label.ts";
import type { Rank } from "./rank.ts";
import { refuse } from "./refusal.ts";

/** A new view beside those the board has; refused when its name is taken or they are too many. */
export function planViewCreate(views: readonly SavedView[], view: SavedView): ChangeOf<"view.created"> {
  checkNameIsFree(views, view.id, view.name);
  if (views.length >= limits.viewsPerBoard) refuse("LIMIT_REACHED", { limit: limits.viewsPerBoard });
  return { type: "view.created", payload: { view } };
}

/** Another name, or another way to look at the board; `null` when nothing differs. */
export function planViewUpdate(
  views: readonly SavedView[],
  view: SavedView,
  asked: Pick<MutationInput<"view.update">, "name" | "filter" | "layout" | "grouping">,
): ChangeOf<"view.updated"> | null {
  const { name, filter, layout, grouping } = asked;
  if (name !== undefined) checkNameIsFree(views, view.id, name);
  const changed = changedFields<SavedView>(view, { name, filter, layout, grouping });
  return changed && { type: "view.updated", payload: { viewId: view.id, ...changed } };
}

/** Another place among the views; `null` when it is there. */
export function planViewMove(view: SavedView, rank: Rank): ChangeOf<"view.moved"> | null {
  if (view.rank === rank) return null;
  return { type: "view.moved", payload: { viewId: view.id, before: { rank: view.rank }, after: { rank } } };
}

/** The view goes; no task does. */
export function planViewRemove(view: SavedView): ChangeOf<"view.removed"> {
  return { type: "view.removed", payload: { view } };
}
