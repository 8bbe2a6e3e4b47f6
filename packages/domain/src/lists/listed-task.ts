import type { BoardView } from "../board-view.ts";
import type { ColumnKind } from "../column-kind.ts";
import type { Column, TaskCard } from "../entities.ts";
import { type Now, type Urgency, urgencyOf } from "../today/next-action.ts";

/** One task of a list over several boards, with what a row of it shows and acts on. */
export type ListedTask = {
  view: BoardView;
  task: TaskCard;
  kind: ColumnKind;
  urgency: Urgency;
  /** Names of its contexts, in the board's spelling. */
  contexts: string[];
};

/** The tasks of these boards that `isWanted` says belong to a list, in no promised order. */
export function listTasks(
  views: readonly BoardView[],
  now: Now,
  isWanted: (task: TaskCard, column: Column) => boolean,
): ListedTask[] {
  const found: ListedTask[] = [];
  for (const view of views) {
    for (const task of Object.values<TaskCard>(view.tasks)) {
      const column = view.columns[task.columnId];
      if (!column || !isWanted(task, column)) continue;
      const contexts = task.contextIds.flatMap((id) => view.contexts[id]?.name ?? []);
      found.push({ view, task, kind: column.kind, urgency: urgencyOf(task, now), contexts });
    }
  }
  return found;
}

/** Which of two texts comes first by their characters: ids, instants and days in one form. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
