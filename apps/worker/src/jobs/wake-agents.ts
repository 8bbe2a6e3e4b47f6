import type { TaskId } from "@kanban/domain/ids";
import type { HandlerContext } from "../handler.ts";
import { hasTextOf } from "../projection/task-projection.repository.ts";
import { type RunAgentJob, runAgentJobId } from "./run-agent-job.ts";

/**
 * Creates one job per agent for the text an event left a task with; none when the task has newer text by now. An edit
 * may be one of many while somebody types.
 */
export async function wakeAgents(
  { tx, envelope, agentOrders }: HandlerContext,
  taskId: TaskId,
  { isEdit = false }: { isEdit?: boolean } = {},
): Promise<void> {
  if (!(await hasTextOf(tx, taskId, envelope.id))) return;
  const { actor, id: textEventId } = envelope;
  const orders = agentOrders.agents.map(({ name: agent }) => {
    const data: RunAgentJob = { agent, taskId, textEventId };
    return { id: runAgentJobId(data), data, userId: actor.userId };
  });
  await agentOrders.place(tx, orders, { isEdit });
}
