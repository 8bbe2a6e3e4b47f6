import { inTransaction } from "@kanban/messaging/in-transaction";
import type { Pool } from "pg";
import { listPoorBoards } from "./label-projection.repository.ts";
import { requestSnapshots } from "./request-snapshots.ts";

/** Snapshots asked for at a time: a large instance becomes whole within hours, and nobody notices. */
const atOnce = 50;

/**
 * Asks the API for boards whose rows an older build filled, with less than agents need today. One that an older API
 * answers is asked for again next time.
 */
export function completePoorBoards(pool: Pool): Promise<void> {
  return inTransaction(pool, async (tx) => {
    const boardIds = await listPoorBoards(tx, atOnce);
    if (boardIds.length > 0) await requestSnapshots(tx, boardIds, "labels are not known yet");
  });
}
