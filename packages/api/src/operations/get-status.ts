import { readBridgeStatus } from "@kanban/messaging/bridge-status";
import { apiEnd } from "@kanban/messaging/bridge-end";
import type { ActorContext } from "../context.ts";
import { listDecisions } from "./decision.repository.ts";
import { findWorkerReport } from "./worker-report.repository.ts";

/** How both ends of the bridge are: the API's as it is now, the worker's as it last said; and what was decided lately. */
export async function getStatus({ pool, clock, loopErrors }: ActorContext) {
  const [api, { report, lastHeardAt }, decisions] = await Promise.all([
    readBridgeStatus(pool, apiEnd, loopErrors?.()),
    findWorkerReport(pool),
    listDecisions(pool),
  ]);
  return { now: clock.now().toISOString(), api, worker: { report, lastHeardAt }, decisions };
}
