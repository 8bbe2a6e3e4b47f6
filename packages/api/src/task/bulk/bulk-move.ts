import type { Change, ChangeOf, OverrodeWip } from "@kanban/domain/change";
import type { Column } from "@kanban/domain/entities";
import type { ColumnId } from "@kanban/domain/ids";
import type { BulkAct } from "@kanban/domain/mutations";
import { gapForMany } from "@kanban/domain/place";
import { planBulkMove } from "@kanban/domain/plan-task-bulk";
import { refuse } from "@kanban/domain/refusal";
import { admitTask } from "../../column/admit-task.ts";
import { leaveColumn, lockColumn } from "../../column/column.repository.ts";
import type { BoardScope } from "../../mutate-board.ts";
import { rerankIfLong } from "../rerank-column.ts";
import { cardOfTask, listNeighbours, type StoredTask } from "../task.repository.ts";
import { countByColumn } from "./count-by-column.ts";
import { writePlaces } from "./bulk.repository.ts";

type BulkMove = Extract<BulkAct, { kind: "move" }>;
type Destination = { column: Column; openTasks: number; overrodeWip: OverrodeWip };

/** Moves tasks to one place, in their order. A column that has no room for all takes none, as the board's policy says. */
export async function bulkMove(scope: BoardScope, tasks: readonly StoredTask[], act: BulkMove): Promise<Change[]> {
  const { tx, boardId, now } = scope;
  const { to, columns } = await changeColumns(scope, tasks, act);
  const moving = tasks.map(({ id }) => id);
  const gap = gapForMany(await listNeighbours(tx, to.column.id, moving, act), tasks, to.column.id, act);
  const { overrodeWip } = to;
  const entering = tasks.filter(({ columnId }) => columnId !== to.column.id).length;
  const openTasks = to.openTasks - entering;
  const cards = tasks.map(cardOfTask);
  const changes = planBulkMove({ tasks: cards, columns, to: to.column, gap, openTasks, overrodeWip, now });
  const moves = changes.filter((change): change is ChangeOf<"task.moved"> => change.type === "task.moved");
  if (moves.length === 0) return [];
  await writePlaces(
    tx,
    boardId,
    moves.map(({ payload }) => payload),
  );
  const longest = moves.reduce((a, b) => (b.payload.to.rank.length > a.payload.to.rank.length ? b : a));
  return [...changes, ...(await rerankIfLong(scope, longest.payload.to))];
}

/** Takes the columns' locks in id order, gives places back and takes new ones. */
async function changeColumns(
  scope: BoardScope,
  tasks: readonly StoredTask[],
  act: BulkMove,
): Promise<{ to: Destination; columns: Map<ColumnId, Column> }> {
  const { tx, boardId } = scope;
  const leaving = countByColumn(tasks);
  const staying = leaving.get(act.toColumnId) ?? 0;
  const entering = tasks.length - staying;
  const columns = new Map<ColumnId, Column>();
  let to: Destination | null = null;
  for (const columnId of [...new Set([...leaving.keys(), act.toColumnId])].sort()) {
    if (columnId === act.toColumnId) {
      to = entering === 0 ? await stayIn(scope, columnId) : await enter(scope, act, entering);
      columns.set(columnId, to.column);
    } else {
      columns.set(columnId, await leaveColumn(tx, boardId, columnId, leaving.get(columnId)));
    }
  }
  return { to: to ?? refuse("COLUMN_NOT_FOUND"), columns };
}

async function stayIn({ tx, boardId }: BoardScope, columnId: ColumnId): Promise<Destination> {
  const column = (await lockColumn(tx, boardId, columnId)) ?? refuse("COLUMN_NOT_FOUND");
  return { column, openTasks: column.openTasks, overrodeWip: null };
}

function enter(scope: BoardScope, { toColumnId, overrideWip }: BulkMove, entering: number): Promise<Destination> {
  return admitTask(scope, toColumnId, overrideWip?.reason, undefined, entering);
}
