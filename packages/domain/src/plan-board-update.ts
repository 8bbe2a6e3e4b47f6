import type { ChangeOf } from "./change.ts";
import { changedFields } from "./changed-fields.ts";
import type { Board } from "./entities.ts";
import { switchHints } from "./hint/fold-hints.ts";
import type { Instant } from "./moment.ts";
import type { MutationInput } from "./mutations.ts";

/** Other settings of a board; `null` when nothing differs. */
export function planBoardUpdate(
  board: Board,
  { name, key, wipPolicy, sleepAfterDays, hints }: MutationInput<"board.update">,
  now: Instant,
): ChangeOf<"board.updated"> | null {
  const switched = hints && switchHints(board.hints, hints, now);
  const changed = changedFields<Board>(board, { name, key, wipPolicy, sleepAfterDays, hints: switched });
  return changed && { type: "board.updated", payload: changed };
}
