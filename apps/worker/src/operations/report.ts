import type { Envelope } from "@kanban/events/envelope";
import { type WorkerReport, workerReported } from "@kanban/events/operations-events";
import { workerEnd } from "@kanban/messaging/bridge-end";
import { type LoopError, readBridgeStatus } from "@kanban/messaging/bridge-status";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import { instanceEventOf } from "../bridge/instance-event.ts";
import { appendOutbox } from "../jobs/agent-run.repository.ts";
import { listAgentStatus, readJobStatus } from "./job-status.repository.ts";

type Asked = Pick<Envelope, "id" | "correlationId" | "depth">;

/** Tells the API how this side is, because it asked or because something has changed (`asked` is `null`). */
export async function appendReport(
  tx: PoolClient,
  { asked, lastErrors }: { asked: Asked | null; lastErrors: LoopError[] },
): Promise<void> {
  const bridge = await readBridgeStatus(tx, workerEnd, lastErrors);
  const jobs = await readJobStatus(tx);
  const agents = await listAgentStatus(tx);
  const id = asked ? deterministicId(asked.id, workerReported.type) : randomUUID();
  const now = new Date().toISOString();
  const payload: WorkerReport = { reportedAt: now, bridge: asked ? withoutQuestion(bridge) : bridge, jobs, agents };
  await appendOutbox(tx, [instanceEventOf(workerReported, payload, { id, cause: asked })]);
}

/** The event that asks is still open while it is answered; a worker at rest would never look like one. */
function withoutQuestion(bridge: WorkerReport["bridge"]): WorkerReport["bridge"] {
  const waiting = Math.max(0, bridge.inbox.waiting - 1);
  const oldestSeconds = waiting === 0 ? 0 : bridge.inbox.oldestSeconds;
  return { ...bridge, inbox: { ...bridge.inbox, waiting, oldestSeconds } };
}

/** Answers an event of the API with a report. */
export function answerWithReport({
  tx,
  envelope,
  loopErrors,
}: {
  tx: PoolClient;
  envelope: Envelope;
  loopErrors: () => LoopError[];
}): Promise<void> {
  return appendReport(tx, { asked: envelope, lastErrors: loopErrors() });
}
