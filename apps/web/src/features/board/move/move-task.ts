import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import { tellIfHidden } from "../filter/tell-if-hidden.ts";
import { announce } from "../state/announce.ts";
import { boardOrder } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { attempt, type Outcome } from "./attempt.ts";
import { describePlace } from "./describe-place.ts";
import { anchorsAt } from "./lift.ts";

type Sentence = (title: string, where: string) => string;

/**
 * Moves a task to `index` among the shown others of a column: one `task.move`, announced with `sentence`. Under a
 * filter the task lands right below the shown card above it.
 */
export function moveTask(
  screen: BoardScreen,
  { taskId, toColumnId, index }: { taskId: TaskId; toColumnId: ColumnId; index: number },
  sentence: Sentence = strings.move.moved,
): Outcome {
  const view = screen.view();
  const task = view.tasks[taskId];
  if (!task) return "refused";
  const column = boardOrder(view, screen.store.get().query, taskId).find(({ columnId }) => columnId === toColumnId);
  const anchors = anchorsAt(column?.taskIds ?? [], index);
  return attempt(
    screen,
    (overrideWip) => screen.mutate("task.move", { taskId, toColumnId, ...anchors, overrideWip }),
    () => {
      announce(screen, sentence(task.title, describePlace(screen, taskId)));
      tellIfHidden(screen, taskId);
    },
  );
}
