import type { TaskId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import type { FocusStep } from "../focus/move-focus.ts";
import { requestFocus } from "../focus/request-focus.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { isSameSpot, reduceLift } from "./lift.ts";
import { liftGrid } from "./lift-grid.ts";
import { putDown } from "./put-down.ts";

/** Moves a task by one step at once (Shift+arrow): the same steps as a lifted one, dropped right away. */
export function stepTask(screen: BoardScreen, taskId: TaskId, step: FocusStep): void {
  const grid = liftGrid(screen);
  const lift = reduceLift(reduceLift(null, { type: "lift", taskId }, grid), { type: "step", step }, grid);
  if (!lift || isSameSpot(lift.from, lift.at)) return;
  putDown(screen, lift, strings.move.moved);
  requestFocus(screen, taskId);
}
