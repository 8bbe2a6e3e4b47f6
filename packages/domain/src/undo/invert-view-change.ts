import { type BoardView, orderedViews } from "../board-view.ts";
import type { Change } from "../change.ts";
import { planViewCreate, planViewMove, planViewRemove, planViewUpdate } from "../plan-view.ts";
import { defined } from "../rows.ts";
import { need } from "../view-lookup.ts";
import { checkUnchanged, freeRank } from "./undo-checks.ts";

type ViewChange = Extract<Change, { type: `view.${string}` }>;

/** What undoes a change of a saved view; one that comes back keeps the same rules as a new one. */
export function invertViewChange(view: BoardView, change: ViewChange): Change[] {
  const views = orderedViews(view);
  switch (change.type) {
    case "view.created": {
      const { rank: _rank, ...then } = change.payload.view;
      const now = view.views[then.id];
      if (!now) return [];
      checkUnchanged(now, then, { name: now.name });
      return [planViewRemove(now)];
    }
    case "view.updated": {
      const now = need(view.views, change.payload.viewId, "VIEW_NOT_FOUND");
      checkUnchanged(now, change.payload.after, { name: now.name });
      const back = planViewUpdate(views, now, defined(change.payload.before));
      return back ? [back] : [];
    }
    case "view.moved": {
      const now = need(view.views, change.payload.viewId, "VIEW_NOT_FOUND");
      const back = planViewMove(now, freeRank(views, now.id, change.payload.before.rank));
      return back ? [back] : [];
    }
    case "view.removed": {
      const then = change.payload.view;
      if (view.views[then.id]) return [];
      return [planViewCreate(views, { ...then, rank: freeRank(views, then.id, then.rank) })];
    }
  }
}
