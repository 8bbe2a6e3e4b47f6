import type { TaskId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import type { FocusStep } from "../focus/move-focus.ts";
import { requestFocus } from "../focus/request-focus.ts";
import { announce } from "../state/announce.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { describePlace, describeSpot } from "./describe-place.ts";
import { isSameSpot, reduceLift } from "./lift.ts";
import { liftGrid } from "./lift-grid.ts";
import { putDown } from "./put-down.ts";

/** Lifts a card by keyboard. */
export function liftTask(screen: BoardScreen, taskId: TaskId): void {
  const lift = reduceLift(null, { type: "lift", taskId }, liftGrid(screen));
  if (!lift) return;
  screen.store.set({ lift });
  announce(screen, strings.move.lifted(titleOf(screen, taskId), describePlace(screen, taskId)));
}

/** Holds the lifted card one step further; nothing is sent. */
export function stepLifted(screen: BoardScreen, step: FocusStep): void {
  const lift = reduceLift(screen.store.get().lift, { type: "step", step }, liftGrid(screen));
  if (!lift) return;
  screen.store.set({ lift });
  requestFocus(screen, lift.taskId);
  announce(screen, strings.move.heldAt(describeSpot(screen, lift.at, lift.taskId)));
}

/** Drops the lifted card where it is held: one move, or none where it was. */
export function dropLifted(screen: BoardScreen): void {
  const { lift } = screen.store.get();
  if (!lift) return;
  screen.store.set({ lift: null });
  requestFocus(screen, lift.taskId);
  const { taskId, at, from } = lift;
  if (!isSameSpot(at, from)) return putDown(screen, lift, strings.move.dropped);
  announce(screen, strings.move.dropped(titleOf(screen, taskId), describePlace(screen, taskId)));
}

/** Puts the lifted card back. */
export function cancelLift(screen: BoardScreen): void {
  const { lift } = screen.store.get();
  if (!lift) return;
  screen.store.set({ lift: null });
  requestFocus(screen, lift.taskId);
  announce(screen, strings.move.cancelled(titleOf(screen, lift.taskId), describePlace(screen, lift.taskId)));
}

function titleOf(screen: BoardScreen, taskId: TaskId): string {
  return screen.view().tasks[taskId]?.title ?? "";
}
