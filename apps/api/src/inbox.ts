import { recordPreview } from "@kanban/api/attachment/record-preview";
import { writeBoardSnapshots } from "@kanban/api/bridge/write-board-snapshots";
import type { ActorContext, ApiDeps } from "@kanban/api/context";
import { receiveMail } from "@kanban/api/mailbox/receive-mail";
import { receiveReport } from "@kanban/api/mailbox/receive-report";
import { keepReading } from "@kanban/api/hint/reading.repository";
import { recordHints } from "@kanban/api/hint/record-hints";
import { keepWorkerReport } from "@kanban/api/operations/worker-report.repository";
import { assertNever } from "@kanban/domain/assert-never";
import { mutationIdSchema } from "@kanban/domain/ids";
import { DomainError } from "@kanban/domain/refusal";
import { type Envelope, isOfBoard } from "@kanban/events/envelope";
import { readEvent } from "@kanban/events/read-event";
import { type WorkerEvent, workerEvents } from "@kanban/events/worker-events";
import { consumeOneByOne, type ExecuteOutcome, oneByOneBatch } from "@kanban/messaging/consume-one-by-one";
import type { Listener } from "@kanban/messaging/listen";
import { type Consumer, startConsumer } from "@kanban/messaging/start-consumer";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { recordDelivery } from "./bridge/delivery-report.repository.ts";
import { receiveWorkerWatermark } from "./bridge/receive-worker-watermark.ts";

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
    fullStep: oneByOneBatch,
    consume: () =>
      consumeOneByOne({
        pool,
        execute: ({ envelope }, stillHere) => executeWorkerEvent(deps, envelope, log, stillHere),
      }),
    listener,
    onError: (error) => log.warn({ err: error, component: "inbox" }, "events of the worker wait"),
  });
}

/**
 * Runs the operation an event of the worker asks for, as the person it goes back to and with that person's rights now.
 * A refusal (access lost, task gone, text changed) settles the event: trying again could not help. The event's id is
 * the mutation's id, so a second delivery has no second effect. What is nobody's request is done as the instance.
 */
export async function executeWorkerEvent(
  deps: ApiDeps,
  raw: unknown,
  log: Logger,
  stillHere: () => Promise<void> = async () => {},
): Promise<ExecuteOutcome> {
  const read = readEvent(workerEvents, raw);
  if (read.outcome === "bad") return read;
  if (read.outcome === "unknown") return { outcome: "unknown" };
  const { envelope, event } = read;
  const facts = { eventId: envelope.id, type: event.type, correlationId: envelope.correlationId };
  try {
    const settled = await execute(deps, envelope, event, stillHere);
    log.debug(facts, "event of the worker executed");
    return settled;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    log.info({ ...facts, refusal: error.code }, "event of the worker refused");
  }
  return { outcome: "handled" };
}

async function execute(
  deps: ApiDeps,
  envelope: Envelope,
  { type, payload }: WorkerEvent,
  stillHere: () => Promise<void>,
): Promise<ExecuteOutcome> {
  const { id: eventId, correlationId, depth } = envelope;
  const cause = { eventId, correlationId, depth };
  switch (type) {
    case "hints.proposed": {
      if (!isOfBoard(envelope)) return { outcome: "bad", reason: `${type}: without its board or actor` };
      const { boardId, actor } = envelope;
      const ctx: ActorContext = { ...deps, actor: { ...actor, means: "hint" }, cause };
      const mutationId = mutationIdSchema.parse(eventId);
      await recordHints(ctx, { ...payload, boardId, mutationId, textEventId: envelope.causationId });
      return { outcome: "handled" };
    }
    case "reading.reported":
      if (!isOfBoard(envelope)) return { outcome: "bad", reason: `${type}: without its board or actor` };
      await keepReading(deps.db, { ...payload, boardId: envelope.boardId });
      return { outcome: "handled" };
    case "attachment.previewed": {
      if (!isOfBoard(envelope)) return { outcome: "bad", reason: `${type}: without its board or actor` };
      const { boardId, actor } = envelope;
      const ctx: ActorContext = { ...deps, actor: { ...actor, means: "hint" }, cause };
      await recordPreview(ctx, { ...payload, boardId, mutationId: mutationIdSchema.parse(eventId) });
      return { outcome: "handled" };
    }
    case "snapshot.requested": {
      const isDone = await writeBoardSnapshots(deps, payload.boardIds, cause, { onPart: stillHere });
      return { outcome: isDone ? "handled" : "unfinished" };
    }
    case "watermark.reported":
      await receiveWorkerWatermark(deps, envelope, payload);
      return { outcome: "handled" };
    case "worker.reported":
      await keepWorkerReport(deps, payload);
      return { outcome: "handled" };
    case "delivery.reported":
      await recordDelivery(deps.pool, payload);
      return { outcome: "handled" };
    case "mail.received":
      await receiveMail(deps, payload, cause);
      return { outcome: "handled" };
    case "mailbox.reported":
      await receiveReport(deps, payload, cause);
      return { outcome: "handled" };
    default:
      return assertNever(type);
  }
}
