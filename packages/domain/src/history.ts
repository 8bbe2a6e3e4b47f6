import type { BoardView } from "./board-view.ts";
import type { Change } from "./change.ts";
import type { MutationId } from "./ids.ts";

/** What the latest mutations of a board changed, oldest first: what undoing one of them begins from. */
export type History = Readonly<Record<MutationId, readonly Change[]>>;

/** Mutations a view remembers: more steps back are undone by the server's log alone and show once it has answered. */
const mutationsKept = 200;

/** The view, knowing also what `changes` of a mutation did; changes of one mutation may come one by one. */
export function remember(view: BoardView, mutationId: MutationId, changes: readonly Change[]): BoardView {
  if (changes.length === 0) return view;
  const history: Record<MutationId, readonly Change[]> = { ...view.history };
  history[mutationId] = [...(history[mutationId] ?? []), ...changes];
  const ids = Object.keys(history) as MutationId[];
  for (const id of ids.slice(0, Math.max(0, ids.length - mutationsKept))) delete history[id];
  return { ...view, history };
}
