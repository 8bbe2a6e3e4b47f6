import type { BoardView } from "../board-view.ts";
import type { Change, ChangeOf } from "../change.ts";
import { planTaskLinkCreate, planTaskLinkRemove } from "../plan-task-link.ts";

/** What undoes a change of a link; coming back it has to keep the same rules as a new one. */
export function invertLinkChange(
  view: BoardView,
  change: ChangeOf<"task-link.created"> | ChangeOf<"task-link.removed">,
): Change[] {
  const { link } = change.payload;
  const there = view.links[link.id];
  if (change.type === "task-link.created") return there ? [planTaskLinkRemove(there)] : [];
  return there ? [] : [planTaskLinkCreate(Object.values(view.links), link)];
}
