import { orderedColumns } from "@kanban/domain/board-view";
import type { TaskId } from "@kanban/domain/ids";
import { showToast } from "../../../components/ui/toast.tsx";
import { undoMutations } from "../../undo/undo.ts";
import { strings } from "../board.strings.ts";
import { announce } from "../state/announce.ts";
import { shownTaskIds } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { anchorsNow } from "../move/anchors-now.ts";
import { attempt } from "../move/attempt.ts";
import { describePlace } from "../move/describe-place.ts";

/** Where a pull to the right takes a task: the column of finished ones. None when it is there, or there is none. */
export function finishColumn(screen: BoardScreen, taskId: TaskId) {
  const view = screen.view();
  const done = orderedColumns(view).find(({ kind }) => kind === "done");
  return done && view.tasks[taskId]?.columnId !== done.id ? done : null;
}

/** Moves a task to the end of the finished ones, with a toast that takes it back. */
export function finishTask(screen: BoardScreen, taskId: TaskId): void {
  const column = finishColumn(screen, taskId);
  const title = screen.view().tasks[taskId]?.title;
  if (!column || title === undefined) return;
  const shown = shownTaskIds(screen.view(), column.id, screen.store.get().query);
  let mutationId: ReturnType<BoardScreen["mutate"]>["mutationId"] | undefined;
  attempt(
    screen,
    (overrideWip) => {
      const anchors = anchorsNow(screen, column.id, shown, shown.length);
      const asked = screen.mutate("task.move", { taskId, toColumnId: column.id, ...anchors, overrideWip });
      ({ mutationId } = asked);
      return asked;
    },
    () => {
      announce(screen, strings.move.moved(title, describePlace(screen, taskId)));
      const takeBack = () => void (mutationId && undoMutations(screen.mutate, screen.boardId, [mutationId]));
      showToast(strings.touch.finished(title, column.name), {
        actions: [{ label: strings.touch.undo, run: takeBack }],
      });
    },
    [taskId],
  );
}
