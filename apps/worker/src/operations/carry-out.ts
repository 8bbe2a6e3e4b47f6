import { assertNever } from "@kanban/domain/assert-never";
import type { InstanceEventPayload } from "@kanban/events/instance-events";
import { discardEvent, redriveEvent } from "@kanban/messaging/settle-parked";
import type { PoolClient } from "pg";
import type { SendJob } from "../jobs/send-job.ts";
import { rebuildProjections } from "../projection/rebuild-projections.ts";
import { discardDeadLetter, retryDeadLetter } from "./dead-letter.repository.ts";

/**
 * Does this side of what an operator decided. Something that is not set aside any more has been decided about before,
 * and that decision stands: nothing is done, and the event is handled.
 */
export async function carryOut(
  { tx, sendJob }: { tx: PoolClient; sendJob: SendJob },
  { operation, reason }: InstanceEventPayload<"operation.decided">,
): Promise<void> {
  switch (operation.action) {
    case "redrive-event":
      if (operation.side === "worker") await redriveEvent(tx, operation.eventId);
      return;
    case "discard-event":
      if (operation.side === "worker") await discardEvent(tx, operation.eventId);
      return;
    case "retry-job":
      await retryDeadLetter(tx, sendJob, operation.jobId);
      return;
    case "discard-job":
      await discardDeadLetter(tx, operation.jobId);
      return;
    case "rebuild-projections":
      return rebuildProjections(tx, reason);
    // The API's, altogether.
    case "begin-epoch":
      return;
    default:
      return assertNever(operation);
  }
}
