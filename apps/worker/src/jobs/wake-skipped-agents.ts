import type { TaskId } from "@kanban/domain/ids";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import type { HandlerContext } from "../handler.ts";
import { findUnreadText } from "./agent-run.repository.ts";
import { agentJobs } from "./queues.ts";
import type { RunAgentJob } from "./run-agent-job.ts";

/**
 * Wakes the agents that have not read the text of a task that is open again: a job that met it finished left it alone
 * and is done. The new job's id follows from the reopening, for the text's own id is used up.
 */
export async function wakeSkippedAgents({ tx, envelope, agentOrders }: HandlerContext, taskId: TaskId): Promise<void> {
  const orders = [];
  for (const { name: agent } of agentOrders.agents) {
    const textEventId = await findUnreadText(tx, { taskId, agent });
    if (textEventId === null) continue;
    const data: RunAgentJob = { agent, taskId, textEventId };
    const id = deterministicId(envelope.id, `${agentJobs.name}:${agent}`);
    orders.push({ id, data, userId: envelope.actor.userId });
  }
  await agentOrders.place(tx, orders);
}
