import type { Change } from "@kanban/domain/change";
import type { HintKind } from "@kanban/domain/hint/hint-kinds";
import type { BoardScope } from "../mutate-board.ts";
import { lockProposed, writeSuperseded } from "./hint-answers.repository.ts";

/** Ends all undecided hints of kinds the board wants no more. Locks their tasks, so it comes before the board's lock. */
export async function withdrawHints({ tx, boardId, now }: BoardScope, kinds: readonly HintKind[]): Promise<Change[]> {
  if (kinds.length === 0) return [];
  const hints = await lockProposed(tx, boardId, kinds);
  if (hints.length > 0) await writeSuperseded(tx, hints, now);
  return hints.map(({ id, taskId }): Change => ({
    type: "hint.decided",
    payload: { hintId: id, taskId, state: "superseded" },
  }));
}
