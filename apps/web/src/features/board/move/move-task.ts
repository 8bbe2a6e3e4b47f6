import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import { tellIfHidden } from "../filter/tell-if-hidden.ts";
import { announce } from "../state/announce.ts";
import { shownTaskIds } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { anchorsNow } from "./anchors-now.ts";
import { attempt, type Outcome } from "./attempt.ts";
import { describePlace } from "./describe-place.ts";

/** What is said of a task that has come somewhere. */
export type Sentence = (title: string, where: string) => string;

/**
 * Moves a task to `index` among the shown others of a column: one `task.move`, announced with `sentence`. Under a
 * filter the task lands right below the shown card above it. `others` stand for the shown ones where a hand chose among all.
 */
export function moveTask(
  screen: BoardScreen,
  {
    taskId,
    toColumnId,
    index,
    others: given,
  }: { taskId: TaskId; toColumnId: ColumnId; index: number; others?: readonly TaskId[] },
  sentence: Sentence = strings.move.moved,
): Outcome {
  const view = screen.view();
  const task = view.tasks[taskId];
  if (!task) return "refused";
  const others = given ?? shownTaskIds(view, toColumnId, screen.store.get().query).filter((id) => id !== taskId);
  return attempt(
    screen,
    (overrideWip) => {
      const anchors = anchorsNow(screen, toColumnId, others, index);
      return screen.mutate("task.move", { taskId, toColumnId, ...anchors, overrideWip });
    },
    () => {
      announce(screen, sentence(task.title, describePlace(screen, taskId)));
      tellIfHidden(screen, taskId);
    },
    [taskId],
  );
}
