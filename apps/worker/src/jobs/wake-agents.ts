import type { TaskId } from "@kanban/domain/ids";
import { agents } from "../agents/agents.ts";
import { deterministicId } from "../deterministic-id.ts";
import type { HandlerContext } from "../handler.ts";
import { findTextAt } from "../projection/task-projection.repository.ts";
import { runAgents } from "./queues.ts";
import { hashText, type RunAgentJob } from "./run-agent-job.ts";

/** Creates one job per agent for the text an event left a task with; none when that event is older than the row. */
export async function wakeAgents({ tx, envelope, boardSeq, sendJob }: HandlerContext, taskId: TaskId): Promise<void> {
  const text = await findTextAt(tx, taskId, boardSeq);
  if (!text) return;
  const { id: eventId, boardId, actor, correlationId, depth, occurredAt: writtenAt } = envelope;
  for (const agent of agents) {
    const data: RunAgentJob = {
      agent: agent.name,
      taskId,
      boardId,
      taskVersion: text.version,
      textHash: hashText(text),
      writtenAt,
      actor,
      cause: { eventId, correlationId, depth },
    };
    await sendJob(tx, runAgents.name, { id: deterministicId(eventId, `${runAgents.name}:${agent.name}`), data });
  }
}
