import { taskIdSchema } from "@kanban/domain/ids";
import type { BoardEnvelope } from "@kanban/events/envelope";
import { type ReadingState, readingReported } from "@kanban/events/reading-events";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import { boardEventOf } from "../bridge/board-event.ts";
import type { TextOrigin } from "../projection/task-projection.repository.ts";
import type { AgentRunRow } from "./agent-run.repository.ts";

/** Says where an agent stands with a text. Every id follows from the job's, so that a try told twice is told once. */
export function readingReportOf(
  { jobId, agent, taskId, boardId, textVersion }: AgentRunRow,
  cause: TextOrigin,
  { attempt, state }: { attempt: number; state: ReadingState },
  at: Date,
): BoardEnvelope {
  const id = deterministicId(jobId, `${readingReported.type}:${attempt}:${state}`);
  const payload = { taskId: taskIdSchema.parse(taskId), taskVersion: textVersion, agent, attempt, state };
  return boardEventOf(readingReported, payload, { id, boardId, cause, at });
}
