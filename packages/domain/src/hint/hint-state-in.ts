import type { BoardView } from "../board-view.ts";
import type { HintState } from "../entities.ts";
import type { HintId, TaskId } from "../ids.ts";

/** What became of a hint, as far as it is known here: only of a task that has been opened. */
export function hintStateIn(view: BoardView, taskId: TaskId, hintId: HintId): HintState | undefined {
  return view.details[taskId]?.hints.find(({ id }) => id === hintId)?.state;
}
