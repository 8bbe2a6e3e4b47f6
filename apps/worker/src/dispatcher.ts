import type { Change, ChangeType } from "@kanban/domain/change";
import { boardEvents } from "@kanban/events/board-events";
import { readEvent } from "@kanban/events/read-event";
import { consumeInTransaction, type EventPlan } from "@kanban/messaging/consume-in-transaction";
import type { InboxEvent } from "@kanban/messaging/inbox-table";
import type { Listener } from "@kanban/messaging/listen";
import { type Consumer, startConsumer } from "@kanban/messaging/start-consumer";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Handler } from "./handler.ts";
import { handlers } from "./handlers.ts";
import type { SendJob } from "./jobs/send-job.ts";

/** Turns one event into the handlers it runs, or says why it cannot be. */
export function planEvent(event: InboxEvent, { sendJob, log }: { sendJob: SendJob; log: Logger }): EventPlan {
  const read = readEvent(boardEvents, event.envelope);
  if (read.outcome === "bad") {
    log.error({ eventId: event.id, type: event.type, reason: read.reason }, "event parked: not what its schema says");
    return read;
  }
  const { envelope } = read;
  const facts = { eventId: envelope.id, type: envelope.type, correlationId: envelope.correlationId };
  if (read.outcome === "unknown") {
    log.info(facts, "event of an unknown type kept");
    return { outcome: "unknown" };
  }
  const { boardSeq } = envelope;
  if (boardSeq === null) return { outcome: "bad", reason: `${envelope.type}: a board event without a boardSeq` };
  log.debug(facts, "event dispatched");
  return {
    outcome: "handle",
    handlers: handlersOf(read.event).map(({ name, run }) => ({
      name,
      run: (tx) => run({ tx, envelope, boardSeq, sendJob }, read.event.payload),
    })),
  };
}

/** The lookup by type, which TypeScript cannot follow; that map and union have the same types it checks in the map. */
function handlersOf(change: Change): readonly Pick<Handler<ChangeType>, "name" | "run">[] {
  return handlers[change.type] as readonly Handler<ChangeType>[];
}

/** Works off what the API tells: projections, jobs and the mark that an event is handled, in one transaction. */
export function startDispatcher({
  pool,
  listener,
  sendJob,
  log,
}: {
  pool: Pool;
  listener: Listener;
  sendJob: SendJob;
  log: Logger;
}): Consumer {
  return startConsumer({
    pool,
    consume: () => consumeInTransaction({ pool, plan: (event) => planEvent(event, { sendJob, log }) }),
    listener,
    onError: (error) => log.warn({ err: error, component: "dispatcher" }, "events of the API wait"),
  });
}
