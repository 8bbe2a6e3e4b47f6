import type { OverrodeWip } from "@kanban/domain/change";
import type { Column } from "@kanban/domain/entities";
import type { ColumnId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import { judgeFullColumn } from "@kanban/domain/wip";
import type { SqlTx } from "../context.ts";
import type { BoardScope } from "../mutate-board.ts";
import { enterColumn, lockColumn } from "./column.repository.ts";

/** The guard in use; tests put a broken one in its place to see that they would notice. */
export type ColumnGuard = typeof enterColumn;

/** Lets one more task, or `entering` many, into a column, or refuses as the board's WIP policy says. Holds the column's lock to the commit. */
export async function admitTask(
  { tx, boardId, board }: BoardScope<SqlTx>,
  columnId: ColumnId,
  reason: string | undefined,
  guard: ColumnGuard = enterColumn,
  entering = 1,
): Promise<{ column: Column; overrodeWip: OverrodeWip; openTasks: number }> {
  const verdictIfFull = judgeFullColumn(board.wipPolicy, reason);
  const entered = await guard(tx, { boardId, columnId, mayOverride: verdictIfFull === "override", entering });
  if (!entered) {
    const full = (await lockColumn(tx, boardId, columnId)) ?? refuse("COLUMN_NOT_FOUND");
    const facts = { columnId, column: full.name, wipLimit: full.wipLimit, openTasks: full.openTasks };
    return refuse(verdictIfFull === "reason-required" ? "WIP_REASON_REQUIRED" : "WIP_LIMIT_REACHED", facts);
  }
  const { openTasks, ...column } = entered;
  return { column, openTasks, overrodeWip: overrideOf(column, openTasks, reason) };
}

/** What is recorded when a column has more tasks than it takes; `null` when it has not. */
export function overrideOf({ wipLimit }: Column, openTasks: number, reason: string | undefined): OverrodeWip | null {
  return wipLimit !== null && openTasks > wipLimit ? { wipLimit, reason: reason ?? "" } : null;
}
