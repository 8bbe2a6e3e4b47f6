import type { ActorContext, ApiDeps } from "@kanban/api/context";
import { recordHints } from "@kanban/api/hint/record-hints";
import { assertNever } from "@kanban/domain/assert-never";
import { mutationIdSchema } from "@kanban/domain/ids";
import { DomainError } from "@kanban/domain/refusal";
import type { Envelope } from "@kanban/events/envelope";
import { readEvent } from "@kanban/events/read-event";
import { type WorkerEvent, workerEvents } from "@kanban/events/worker-events";
import { consumeOneByOne, type ExecuteOutcome } from "@kanban/messaging/consume-one-by-one";
import type { Listener } from "@kanban/messaging/listen";
import { type Consumer, startConsumer } from "@kanban/messaging/start-consumer";
import type { Pool } from "pg";
import type { Logger } from "pino";

/** Executes what the worker sends, one event after another. */
export function startInboxConsumer({
  deps,
  pool,
  listener,
  log,
}: {
  deps: ApiDeps;
  pool: Pool;
  listener: Listener;
  log: Logger;
}): Consumer {
  return startConsumer({
    pool,
    consume: () => consumeOneByOne({ pool, execute: ({ envelope }) => executeWorkerEvent(deps, envelope, log) }),
    listener,
    onError: (error) => log.warn({ err: error, component: "inbox" }, "events of the worker wait"),
  });
}

/**
 * Runs the operation an event of the worker asks for, as the person it goes back to and with that person's rights now.
 * A refusal (access lost, task gone, text changed) settles the event: trying again could not help. The event's id is
 * the mutation's id, so a second delivery has no second effect.
 */
export async function executeWorkerEvent(deps: ApiDeps, raw: unknown, log: Logger): Promise<ExecuteOutcome> {
  const read = readEvent(workerEvents, raw);
  if (read.outcome === "bad") return read;
  if (read.outcome === "unknown") return { outcome: "unknown" };
  const { envelope, event } = read;
  const facts = { eventId: envelope.id, type: event.type, correlationId: envelope.correlationId };
  try {
    const outcome = await execute(actingFor(deps, envelope), envelope, event);
    log.debug({ ...facts, outcome }, "event of the worker executed");
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    log.info({ ...facts, refusal: error.code }, "event of the worker refused");
  }
  return { outcome: "handled" };
}

function actingFor(deps: ApiDeps, envelope: Envelope): ActorContext {
  const { id: eventId, correlationId, depth, actor } = envelope;
  return { ...deps, actor: { ...actor, means: "hint" }, cause: { eventId, correlationId, depth } };
}

function execute(ctx: ActorContext, { id, boardId }: Envelope, { type, payload }: WorkerEvent): Promise<unknown> {
  switch (type) {
    case "hints.proposed":
      return recordHints(ctx, { ...payload, boardId, mutationId: mutationIdSchema.parse(id) });
    default:
      return assertNever(type);
  }
}
