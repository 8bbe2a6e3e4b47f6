import { snapshotRequested, type WorkerEventPayload } from "@kanban/events/worker-events";
import type { PoolClient } from "pg";
import { instanceEventOf } from "../bridge/instance-event.ts";
import { appendOutbox } from "../jobs/agent-run.repository.ts";

/** Asks the API for boards as they are, or for all (`null`). The request leaves if and only if the transaction commits. */
export async function requestSnapshots(
  tx: PoolClient,
  boardIds: readonly string[] | null,
  reason: string,
): Promise<void> {
  const payload = snapshotRequested.payload.parse({
    boardIds,
    reason,
  }) satisfies WorkerEventPayload<"snapshot.requested">;
  await appendOutbox(tx, [instanceEventOf(snapshotRequested, payload)]);
}
