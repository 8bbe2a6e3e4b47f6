import { boardIdSchema, taskIdSchema } from "@kanban/domain/ids";
import type { BoardEnvelope } from "@kanban/events/envelope";
import { type ReadingState, readingReported } from "@kanban/events/reading-events";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import type { TextOrigin } from "../projection/task-projection.repository.ts";
import type { AgentRunRow } from "./agent-run.repository.ts";

/** Says where an agent stands with a text. Every id follows from the job's, so that a try told twice is told once. */
export function readingReportOf(
  { jobId, agent, taskId, boardId, textVersion }: AgentRunRow,
  { author, eventId, correlationId, depth }: TextOrigin,
  { attempt, state }: { attempt: number; state: ReadingState },
  at: Date,
): BoardEnvelope {
  const id = deterministicId(jobId, `${readingReported.type}:${attempt}:${state}`);
  return {
    id,
    type: readingReported.type,
    version: readingReported.version,
    boardId: boardIdSchema.parse(boardId),
    boardSeq: null,
    epoch: null,
    actor: { ...author, means: "hint" },
    mutationId: id,
    causationId: eventId,
    correlationId,
    depth: depth + 1,
    occurredAt: at.toISOString(),
    payload: { taskId: taskIdSchema.parse(taskId), taskVersion: textVersion, agent, attempt, state },
  };
}
