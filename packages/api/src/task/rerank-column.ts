import type { ChangeOf } from "@kanban/domain/change";
import type { ColumnId } from "@kanban/domain/ids";
import { evenRanks, needsRebalance, type Rank } from "@kanban/domain/rank";
import type { SqlTx } from "../context.ts";
import { type BoardScope, WholeColumnNeeded } from "../mutate-board.ts";
import { listRankedTasks, writeRanks } from "./rank.repository.ts";

/**
 * Gives every live task of the column a short rank, in the same order, when the rank just given has grown long. Needs
 * the column's lock and runs after the write of that rank. Hundreds of insertions at one spot come before that.
 * @throws WholeColumnNeeded unless the tasks' locks are held, too: whoever moves one of them waits for the column.
 */
export async function rerankIfLong(
  { tx, wholeColumnId }: BoardScope<SqlTx>,
  { columnId, rank }: { columnId: ColumnId; rank: Rank },
): Promise<ChangeOf<"column.reranked">[]> {
  if (!needsRebalance(rank)) return [];
  if (wholeColumnId !== columnId) throw new WholeColumnNeeded(columnId);
  const taskIds = await listRankedTasks(tx, columnId);
  const ranks = evenRanks(taskIds.length).map((short, index) => [taskIds[index]!, short] satisfies [unknown, Rank]);
  await writeRanks(tx, columnId, ranks);
  return [{ type: "column.reranked", payload: { columnId, ranks } }];
}
