import type { ChangeOf } from "./change.ts";
import { changedFields } from "./changed-fields.ts";
import type { Board } from "./entities.ts";
import type { MutationInput } from "./mutations.ts";

/** Other settings of a board; `null` when nothing differs. */
export function planBoardUpdate(
  board: Board,
  { name, key, wipPolicy, sleepAfterDays }: MutationInput<"board.update">,
): ChangeOf<"board.updated"> | null {
  const changed = changedFields<Board>(board, { name, key, wipPolicy, sleepAfterDays });
  return changed && { type: "board.updated", payload: changed };
}
