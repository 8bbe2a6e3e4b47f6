import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { Asked } from "../../../sync/asked-change.ts";
import { requestFocus } from "../focus/request-focus.ts";
import { anchorsNow } from "../move/anchors-now.ts";
import { attempt, type Outcome } from "../move/attempt.ts";
import { moveTask } from "../move/move-task.ts";
import { boardOrder, placeInOrder, shownTaskIds } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { fitsBulk, tellBulk } from "./bulk.ts";
import { selectStrings } from "./select.strings.ts";

type Place = { toColumnId: ColumnId; index: number; others?: readonly TaskId[] };

/** Moves tasks to `index` among the shown others of a column, in the order given: one mutation, one undo. */
export function moveTasks(
  screen: BoardScreen,
  { taskIds, toColumnId, index, others: given }: Place & { taskIds: readonly TaskId[] },
): Outcome {
  const [only, ...more] = taskIds;
  if (!only) return "refused";
  const shown = shownTaskIds(screen.view(), toColumnId, screen.store.get().query);
  const others = given ?? shown.filter((id) => !taskIds.includes(id));
  if (more.length === 0) return moveTask(screen, { taskId: only, toColumnId, index, others });
  if (!fitsBulk(taskIds)) return "refused";
  let asked: Asked | null = null;
  return attempt(
    screen,
    (overrideWip) => {
      const anchors = anchorsNow(screen, toColumnId, others, index);
      const act = { kind: "move" as const, toColumnId, ...anchors, overrideWip };
      asked = screen.mutate("task.bulk", { taskIds: [...taskIds], do: act });
      return asked;
    },
    () => {
      const column = screen.view().columns[toColumnId]?.name ?? "";
      if (asked) tellBulk(screen, asked, selectStrings.done.moved(taskIds.length, column));
    },
    taskIds,
  );
}

/** Moves tasks to the end of a column; the focus goes along with the first. */
export function moveTasksInto(screen: BoardScreen, taskIds: readonly TaskId[], toColumnId: ColumnId): void {
  const shown = shownTaskIds(screen.view(), toColumnId, screen.store.get().query);
  moveTasks(screen, { taskIds, toColumnId, index: shown.filter((id) => !taskIds.includes(id)).length });
  if (taskIds[0]) requestFocus(screen, taskIds[0]);
}

/** Moves the chosen tasks into the column beside the first one's, at its height. */
export function stepTasks(screen: BoardScreen, taskIds: readonly TaskId[], step: "left" | "right"): void {
  const order = boardOrder(screen.view(), screen.store.get().query);
  const first = taskIds[0];
  const place = first && placeInOrder(order, first);
  const beside = place && order[place.column + (step === "left" ? -1 : 1)];
  if (!place || !beside) return;
  const others = beside.taskIds.filter((id) => !taskIds.includes(id));
  const index = Math.min(place.row, others.length);
  moveTasks(screen, { taskIds, toColumnId: beside.columnId, index });
  requestFocus(screen, first);
}
