import { type BoardView, orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { Column, TaskCard } from "@kanban/domain/entities";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { ColumnId } from "@kanban/domain/ids";
import type { WipQuestion } from "./wip-question.ts";

/** A column tasks may be sent to, and whether it has room for them. */
export type Way = { column: Column; hasRoom: boolean };

export type RoomChoices = {
  column: Column;
  openTasks: number;
  /** How many tasks must leave before all that come fit. */
  over: number;
  /** Those that may leave, the one that came in first at the top. */
  tasks: readonly TaskCard[];
  /** Where what comes in comes from: the other half of a swap. */
  origin: Column | null;
  done: Way | null;
  waiting: Way | null;
};

/** The ways to make room in a full column; `null` when the column is gone. More to come than it holds: no way but past it. */
export function roomChoices(
  view: BoardView,
  { columnId, entering }: Pick<WipQuestion, "columnId" | "entering">,
): RoomChoices | null {
  const column = view.columns[columnId];
  if (!column || column.wipLimit === null) return null;
  const inside = tasksInColumn(view, columnId);
  const coming = entering.flatMap((id) => view.tasks[id] ?? []).filter((task) => task.columnId !== columnId);
  const count = entering.length === 0 ? 1 : coming.length;
  const over = inside.length + count - column.wipLimit;
  const tasks = inside.filter(({ id }) => !entering.includes(id)).toSorted(byEntry);
  const originId = coming[0]?.columnId;
  const way = (kind: ColumnKind) => wayTo(view, kind, columnId, over);
  return {
    column,
    openTasks: inside.length,
    over,
    tasks,
    origin: (originId && view.columns[originId]) ?? null,
    done: way("done"),
    waiting: way("waiting"),
  };
}

function wayTo(view: BoardView, kind: ColumnKind, except: ColumnId, coming: number): Way | null {
  const column = orderedColumns(view).find((one) => one.kind === kind && one.id !== except);
  if (!column) return null;
  const open = tasksInColumn(view, column.id).length;
  return { column, hasRoom: column.wipLimit === null || open + coming <= column.wipLimit };
}

function byEntry(a: TaskCard, b: TaskCard): number {
  if (a.enteredColumnAt !== b.enteredColumnAt) return a.enteredColumnAt < b.enteredColumnAt ? -1 : 1;
  return a.number - b.number;
}
