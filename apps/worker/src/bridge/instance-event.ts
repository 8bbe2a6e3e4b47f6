import type { Envelope } from "@kanban/events/envelope";
import type { WorkerEventPayload, WorkerEventType } from "@kanban/events/worker-events";
import { randomUUID } from "node:crypto";

/** An event the worker tells as itself, about no board and on nobody's behalf. */
export function instanceEventOf<Type extends Exclude<WorkerEventType, "hints.proposed">>(
  { type, version }: { type: Type; version: number },
  payload: WorkerEventPayload<Type>,
  {
    id = randomUUID(),
    cause = null,
  }: { id?: string; cause?: Pick<Envelope, "id" | "correlationId" | "depth"> | null } = {},
): Envelope {
  return {
    id,
    type,
    version,
    boardId: null,
    boardSeq: null,
    epoch: null,
    actor: null,
    mutationId: id,
    causationId: cause?.id ?? null,
    correlationId: cause?.correlationId ?? id,
    depth: cause ? cause.depth + 1 : 0,
    occurredAt: new Date().toISOString(),
    payload,
  };
}
