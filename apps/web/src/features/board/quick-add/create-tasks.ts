import { tasksInColumn } from "@kanban/domain/board-view";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { newId } from "../../../sync/new-id.ts";
import { strings } from "../board.strings.ts";
import { attempt, type Outcome } from "../move/attempt.ts";
import { announce } from "../state/announce.ts";
import type { BoardScreen } from "../state/screen.tsx";
import type { ComposerEdge } from "../state/screen-state.ts";

type Place = { afterId?: TaskId; beforeId?: TaskId };

function placeAt(screen: BoardScreen, columnId: ColumnId, edge: ComposerEdge, lastAdded: TaskId | null): Place {
  if (edge === "bottom") return {};
  if (lastAdded && screen.view().tasks[lastAdded]?.columnId === columnId) return { afterId: lastAdded };
  const first = tasksInColumn(screen.view(), columnId)[0];
  return first ? { beforeId: first.id } : {};
}

/** Creates one task; `onDone` gets its id, which can be used at once. */
export function createTask(
  screen: BoardScreen,
  {
    columnId,
    title,
    edge,
    lastAdded = null,
  }: { columnId: ColumnId; title: string; edge: ComposerEdge; lastAdded?: TaskId | null },
  onDone: (taskId: TaskId) => void,
): Outcome {
  const taskId = newId<TaskId>();
  const place = placeAt(screen, columnId, edge, lastAdded);
  return attempt(
    screen,
    (overrideWip) => screen.mutate("task.create", { taskId, columnId, title, ...place, overrideWip }),
    () => onDone(taskId),
  );
}

/** Creates tasks in the order of `titles`; answers the titles that were not taken (a full column stops the rest). */
export function createTasks(
  screen: BoardScreen,
  columnId: ColumnId,
  titles: readonly string[],
  edge: ComposerEdge,
  below: TaskId | null = null,
): string[] {
  let lastAdded = below;
  for (const [index, title] of titles.entries()) {
    const outcome = createTask(screen, { columnId, title, edge, lastAdded }, (taskId) => {
      lastAdded = taskId;
    });
    if (outcome !== "done") return titles.slice(outcome === "asked" ? index + 1 : index);
  }
  announce(screen, strings.add.addedMany(titles.length, screen.view().columns[columnId]?.name ?? ""));
  return [];
}
