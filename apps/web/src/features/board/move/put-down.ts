import { othersAt } from "@kanban/domain/grouping/lane-grid";
import type { BoardScreen } from "../state/screen.tsx";
import { type Lift, spotIndex } from "./lift.ts";
import { liftGrid } from "./lift-grid.ts";
import { moveTask, type Sentence } from "./move-task.ts";

/** Moves a lifted task to where it is held; into another lane as a pointer would bring it there. */
export function putDown(screen: BoardScreen, { taskId, at }: Lift, sentence: Sentence): void {
  const { laneHands } = screen.store.get();
  const others = othersAt(liftGrid(screen), at, taskId);
  const index = spotIndex(at, others);
  if (laneHands) laneHands.drop([taskId], { ...at, beforeId: others[index] ?? null }, sentence);
  else moveTask(screen, { taskId, toColumnId: at.columnId, index }, sentence);
}
