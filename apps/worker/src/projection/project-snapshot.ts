import type { SnapshotEventPayload } from "@kanban/events/snapshot-events";
import type { PoolClient } from "pg";
import type { AgentOrders } from "../jobs/agent-orders.ts";
import { reconcileJobs } from "../jobs/reconcile-jobs.ts";
import { forgetBoard, putTasks } from "./task-projection.repository.ts";

/**
 * Puts one page of a board in the place of what was known of it: the first page clears the board, each adds its tasks,
 * and after the last the agents get to read what nobody woke them for.
 */
export async function projectSnapshot(
  { tx, boardId, agentOrders }: { tx: PoolClient; boardId: string; agentOrders: AgentOrders },
  { seq, page, pages, tasks }: SnapshotEventPayload<"board.snapshot">,
): Promise<void> {
  if (page === 1) await forgetBoard(tx, boardId);
  await putTasks(
    tx,
    tasks.map((task) => ({ ...task, boardId, boardSeq: seq })),
  );
  if (page === pages) await reconcileJobs(tx, agentOrders, { boardId });
}
