import type { TaskId } from "@kanban/domain/ids";
import { agents } from "../agents/agents.ts";
import type { HandlerContext } from "../handler.ts";
import { hasTextOf } from "../projection/task-projection.repository.ts";
import { agentJobs } from "./queues.ts";
import { type RunAgentJob, runAgentJobId } from "./run-agent-job.ts";

/** Creates one job per agent for the text an event left a task with; none when the task has newer text by now. */
export async function wakeAgents({ tx, envelope, sendJob }: HandlerContext, taskId: TaskId): Promise<void> {
  if (!(await hasTextOf(tx, taskId, envelope.id))) return;
  const orders = agents.map((agent): RunAgentJob => ({ agent: agent.name, taskId, textEventId: envelope.id }));
  await sendJob(tx, agentJobs.name, ...orders.map((data) => ({ id: runAgentJobId(data), data })));
}
