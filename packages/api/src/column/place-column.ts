import type { Change } from "@kanban/domain/change";
import type { Column } from "@kanban/domain/entities";
import { type Anchors, findGap, rankInGap } from "@kanban/domain/place";
import { planColumnMove } from "@kanban/domain/plan-column";
import { evenRanks, needsRebalance, type Rank } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import type { ApiTx } from "../context.ts";
import { writeColumnRank } from "./column.repository.ts";

/** A rank among a board's rows for one that is there or comes; NEIGHBOURS_MOVED when its anchors are gone. */
export function rankAmong(rows: readonly { id: string; rank: Rank }[], movingId: string, anchors: Anchors): Rank {
  const gap = findGap(rows, movingId, anchors);
  if (gap === "lost") return refuse("NEIGHBOURS_MOVED");
  return rankInGap(gap, rows.find((row) => row.id === movingId)?.rank);
}

/** Moves every column to a short rank, in the same order, when the rank just given has grown long. Needs the board's lock. */
export async function rerankColumnsIfLong(tx: ApiTx, ordered: readonly Column[], given: Rank): Promise<Change[]> {
  if (!needsRebalance(given)) return [];
  const ranks = evenRanks(ordered.length);
  const changes = ordered
    .map((column, index) => planColumnMove(column, ranks[index]!))
    .filter((change) => change !== null);
  // Out of the way first: ranks are unique on a board, and old and new ones overlap.
  for (const { payload } of changes) await writeColumnRank(tx, payload.columnId, `~${payload.columnId}` as Rank);
  for (const { payload } of changes) await writeColumnRank(tx, payload.columnId, payload.after.rank);
  return changes;
}
