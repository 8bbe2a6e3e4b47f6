import { boardIdSchema } from "@kanban/domain/ids";
import type { BoardEnvelope } from "@kanban/events/envelope";
import type { WorkerEventPayload, WorkerEventType } from "@kanban/events/worker-events";
import type { TextOrigin } from "../projection/task-projection.repository.ts";

/** An event the worker tells about a board, on behalf of whoever caused it. Told again under its `id`, it is the same. */
export function boardEventOf<Type extends WorkerEventType>(
  { type, version }: { type: Type; version: number },
  payload: WorkerEventPayload<Type>,
  {
    id,
    boardId,
    cause: { author, eventId, correlationId, depth },
    at,
  }: {
    id: string;
    boardId: string;
    cause: Pick<TextOrigin, "author" | "eventId" | "correlationId" | "depth">;
    at: Date;
  },
): BoardEnvelope & { payload: WorkerEventPayload<Type> } {
  return {
    id,
    type,
    version,
    boardId: boardIdSchema.parse(boardId),
    boardSeq: null,
    epoch: null,
    actor: { ...author, means: "hint" },
    mutationId: id,
    causationId: eventId,
    correlationId,
    depth: depth + 1,
    occurredAt: at.toISOString(),
    payload,
  };
}
