import { hintIdSchema, taskIdSchema } from "@kanban/domain/ids";
import type { BoardEnvelope } from "@kanban/events/envelope";
import { hintsProposed, type WorkerEventPayload } from "@kanban/events/worker-events";
import type { Finding } from "../agents/agent.ts";
import { boardEventOf } from "../bridge/board-event.ts";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import type { TextOrigin } from "../projection/task-projection.repository.ts";
import type { AgentRunRow } from "./agent-run.repository.ts";

export type HintsReport = BoardEnvelope & { payload: WorkerEventPayload<"hints.proposed"> };

/** An agent's whole proposal for a text, said on behalf of its author. Every id follows from the job's. */
export function reportOf(
  { jobId, agent, taskId, boardId, textVersion }: AgentRunRow,
  cause: TextOrigin,
  findings: readonly Finding[],
  at: Date,
): HintsReport {
  const id = deterministicId(jobId, hintsProposed.type);
  const payload: WorkerEventPayload<"hints.proposed"> = {
    taskId: taskIdSchema.parse(taskId),
    taskVersion: textVersion,
    agent,
    hints: findings.map((finding, index) => ({
      hintId: hintIdSchema.parse(deterministicId(id, String(index))),
      ...finding,
    })),
  };
  return boardEventOf(hintsProposed, payload, { id, boardId, cause, at });
}
