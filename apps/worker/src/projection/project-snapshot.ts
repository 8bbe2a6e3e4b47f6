import type { SnapshotEventPayload } from "@kanban/events/snapshot-events";
import type { PoolClient } from "pg";
import type { AgentOrders } from "../jobs/agent-orders.ts";
import { reconcileJobs } from "../jobs/reconcile-jobs.ts";
import { currentShape, forgetLabels, putBoardFacts, putLabels } from "./label-projection.repository.ts";
import { forgetTasks, putTasks } from "./task-projection.repository.ts";

/**
 * Puts one page of a board in the place of what was known of it: the first page clears the board, each adds its tasks,
 * and after the last the agents get to read what nobody woke them for.
 */
export async function projectSnapshot(
  { tx, boardId, agentOrders }: { tx: PoolClient; boardId: string; agentOrders: AgentOrders },
  { seq, page, pages, tasks, labels, hints }: SnapshotEventPayload<"board.snapshot">,
): Promise<void> {
  if (page === 1) {
    await forgetTasks(tx, boardId);
    const place = { boardId, boardSeq: seq };
    // An older build of the API tells nothing of labels: what events have told of them stays.
    if (labels) {
      await forgetLabels(tx, boardId);
      await putLabels(tx, place, labels);
      await putBoardFacts(tx, place, { hints, shape: currentShape });
    }
  }
  const rows = tasks.map((task) => ({ ...task, boardId, boardSeq: seq }));
  await putTasks(tx, rows, { ofSnapshot: true });
  if (page === pages) await reconcileJobs(tx, agentOrders, { boardId });
}
