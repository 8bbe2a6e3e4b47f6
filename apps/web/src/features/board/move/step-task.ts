import type { TaskId } from "@kanban/domain/ids";
import type { FocusStep } from "../focus/move-focus.ts";
import { requestFocus } from "../focus/request-focus.ts";
import { boardOrder } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { isSameSpot, reduceLift, spotIndex } from "./lift.ts";
import { moveTask } from "./move-task.ts";

/** Moves a task by one step at once (Shift+arrow): the same steps as a lifted one, dropped right away. */
export function stepTask(screen: BoardScreen, taskId: TaskId, step: FocusStep): void {
  const { laneHands } = screen.store.get();
  if (laneHands) return laneHands.stepTask(taskId, step);
  const order = boardOrder(screen.view(), screen.store.get().query);
  const lift = reduceLift(reduceLift(null, { type: "lift", taskId }, order), { type: "step", step }, order);
  if (!lift || isSameSpot(lift.from, lift.at)) return;
  const others =
    order.find(({ columnId }) => columnId === lift.at.columnId)?.taskIds.filter((id) => id !== taskId) ?? [];
  moveTask(screen, { taskId, toColumnId: lift.at.columnId, index: spotIndex(lift.at, others) });
  requestFocus(screen, taskId);
}
