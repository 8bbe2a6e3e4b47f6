import { holdAllBoards } from "@kanban/messaging/board-order";
import type { PoolClient } from "pg";
import { requestSnapshots } from "./request-snapshots.ts";

/**
 * Builds what is known of all boards anew, while events go on coming: the API answers with a snapshot of each, which
 * takes its place among the board's events. A board that is no more is asked for by name when no snapshot has come
 * for a minute, and forgotten then.
 */
export async function rebuildProjections(tx: PoolClient, reason: string): Promise<void> {
  await holdAllBoards(tx);
  await requestSnapshots(tx, null, reason);
}
