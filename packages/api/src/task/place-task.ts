import type { Column } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import { type Anchors, findGap, rankInGap } from "@kanban/domain/place";
import type { Rank } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import type { SqlTx } from "../context.ts";
import { listNeighbours } from "./task.repository.ts";

/** A rank for a task that comes into a column; when its anchors are gone it goes to the end. Needs the column's lock. */
export async function rankOnArrival(tx: SqlTx, column: Column, taskId: TaskId, anchors: Anchors): Promise<Rank> {
  const neighbours = await listNeighbours(tx, column.id, [taskId], anchors);
  const gap = findGap(neighbours, taskId, anchors);
  return rankInGap(gap === "lost" ? { above: neighbours.at(-1)?.rank ?? null, below: null } : gap);
}

/** Another rank for a task in its own column; NEIGHBOURS_MOVED when its anchors are gone. Needs the column's lock. */
export async function rankWithin(
  tx: SqlTx,
  column: Column,
  task: { id: TaskId; rank: Rank },
  anchors: Anchors,
): Promise<Rank> {
  const gap = findGap(await listNeighbours(tx, column.id, [task.id], anchors), task.id, anchors);
  return gap === "lost" ? refuse("NEIGHBOURS_MOVED") : rankInGap(gap, task.rank);
}
