import { orderedColumns } from "@kanban/domain/board-view";
import type { DateReader } from "@kanban/domain/capture-syntax/capture-token";
import { valuesOf } from "@kanban/domain/capture-syntax/capture-values";
import { parseCapture } from "@kanban/domain/capture-syntax/parse-capture";
import type { OutlineTask } from "@kanban/domain/capture-syntax/read-outline";
import type { Column } from "@kanban/domain/entities";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { asOneStep } from "../../undo/undo-steps.ts";
import { strings } from "../board.strings.ts";
import type { BoardScreen } from "../state/screen.tsx";
import type { ComposerEdge } from "../state/screen-state.ts";
import { createTask, type NewTask } from "./create-tasks.ts";

/** A pasted line as a task: its tokens are read like typed ones, unless nothing but tokens would be left. */
export function readPasted(task: OutlineTask, readDates: DateReader | undefined): NewTask {
  const { title, tokens } = parseCapture(task.title, readDates);
  const { notes, items } = task;
  if (title === "") return { title: task.title.slice(0, limits.title), values: valuesOf([]), notes, items };
  return { title, values: valuesOf(tokens), notes, items };
}

/** Where a ticked line of a pasted list goes: it is done already. */
export function doneColumnOf(screen: BoardScreen, columnId: ColumnId): Column | null {
  const columns = orderedColumns(screen.view());
  const done = columns.find(({ kind }) => kind === "done");
  return done && screen.view().columns[columnId]?.kind !== "done" ? done : null;
}

/**
 * Creates the tasks of a pasted list in their order. What is not taken (a full column stops the rest) is told to
 * `onLeft`, at once and again when somebody has said why one may pass.
 */
export function createPasted(
  screen: BoardScreen,
  tasks: readonly OutlineTask[],
  {
    columnId,
    edge,
    below = null,
    lane,
    readDates,
  }: {
    columnId: ColumnId;
    edge: ComposerEdge;
    below?: TaskId | null;
    lane?: string | undefined;
    readDates: DateReader | undefined;
  },
  onLeft: (left: OutlineTask[]) => void,
): void {
  const left = new Set(tasks);
  const doneId = doneColumnOf(screen, columnId)?.id ?? null;
  let lastAdded = below;
  let isOver = false;
  asOneStep(strings.add.manyStep(tasks.length), () => {
    for (const task of tasks) {
      const isDone = task.isDone && doneId !== null;
      const place = isDone ? { columnId: doneId, edge: "bottom" as const, lane } : { columnId, edge, lastAdded, lane };
      const outcome = createTask(screen, readPasted(task, readDates), place, (taskId) => {
        left.delete(task);
        if (!isDone) lastAdded = taskId;
        if (isOver) onLeft([...left]);
      });
      if (outcome !== "done") break;
    }
  });
  isOver = true;
  onLeft([...left]);
}
