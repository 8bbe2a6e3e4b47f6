import type { Change, ChangeType } from "@kanban/domain/change";
import { boardEvents } from "@kanban/events/board-events";
import { type Envelope, isOfBoard } from "@kanban/events/envelope";
import { type InstanceEvent, instanceEvents, type InstanceEventType } from "@kanban/events/instance-events";
import { readEvent } from "@kanban/events/read-event";
import { type SnapshotEvent, snapshotEvents } from "@kanban/events/snapshot-events";
import type { LoopError } from "@kanban/messaging/bridge-status";
import { consumerBatch, consumeInTransaction, type EventPlan } from "@kanban/messaging/consume-in-transaction";
import type { InboxEvent } from "@kanban/messaging/inbox-table";
import type { Listener } from "@kanban/messaging/listen";
import { type Consumer, startConsumer } from "@kanban/messaging/start-consumer";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Handler } from "./handler.ts";
import { handlers } from "./handlers.ts";
import { type InstanceHandler, type InstanceHandlerContext, instanceHandlers } from "./instance-handlers.ts";
import { type AgentOrders, placeOrdersThrough } from "./jobs/agent-orders.ts";
import type { SendJob } from "./jobs/send-job.ts";
import { forgetBoard } from "./projection/forget-board.ts";
import { projectSnapshot } from "./projection/project-snapshot.ts";
import { requestSnapshots } from "./projection/request-snapshots.ts";

/** What the API tells. */
const definitions = { ...boardEvents, ...snapshotEvents, ...instanceEvents };

export type DispatchDeps = {
  sendJob: SendJob;
  /** How agents get work; through `sendJob` when left out. */
  agentOrders?: AgentOrders | undefined;
  log: Logger;
  /** The errors that stand in the loops of this process, for reports. */
  loopErrors?: (() => LoopError[]) | undefined;
  /** Told of each event and what is done about it; for counting. */
  onDispatched?: ((type: string, outcome: EventPlan["outcome"]) => void) | undefined;
};

/** Turns one event into the handlers it runs, or says why it cannot be. */
export function planEvent(event: InboxEvent, deps: DispatchDeps): EventPlan {
  const plan = planRead(event, deps);
  deps.onDispatched?.(event.type, plan.outcome);
  return plan;
}

function planRead(
  event: InboxEvent,
  { sendJob, agentOrders = placeOrdersThrough(sendJob), log, loopErrors = () => [] }: DispatchDeps,
): EventPlan {
  const read = readEvent(definitions, event.envelope);
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
  log.debug(facts, "event dispatched");
  const { event: told } = read;
  if (isSnapshotEvent(told)) return planSnapshot(envelope, told, agentOrders);
  if (isInstanceEvent(told)) return planInstanceEvent(envelope, told, { sendJob, loopErrors });
  const change: Change = told;
  const { boardSeq } = envelope;
  if (boardSeq === null || !isOfBoard(envelope))
    return { outcome: "bad", reason: `${envelope.type}: a board event without its board, seq or actor` };
  return {
    outcome: "handle",
    handlers: handlersOf(change).map(({ name, run }) => ({
      name,
      run: (tx, { isBehind }) => run({ tx, envelope, boardSeq, isBehind, sendJob, agentOrders }, change.payload),
    })),
  };
}

/** Whether this build knows events of a type. */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(definitions, type);
}

type ToldByApi = Change | SnapshotEvent | InstanceEvent;

function isSnapshotEvent(event: ToldByApi): event is SnapshotEvent {
  return Object.hasOwn(snapshotEvents, event.type);
}

function isInstanceEvent(event: ToldByApi): event is InstanceEvent {
  return Object.hasOwn(instanceEvents, event.type);
}

function planInstanceEvent(
  envelope: Envelope,
  { type, payload }: InstanceEvent,
  deps: Pick<InstanceHandlerContext, "sendJob" | "loopErrors">,
): EventPlan {
  const own = instanceHandlers[type] as readonly InstanceHandler<InstanceEventType>[];
  return {
    outcome: "handle",
    handlers: own.map(({ name, run }) => ({ name, run: (tx) => run({ tx, envelope, ...deps }, payload) })),
  };
}

function planSnapshot({ boardId }: Envelope, event: SnapshotEvent, agentOrders: AgentOrders): EventPlan {
  if (boardId === null) return { outcome: "bad", reason: `${event.type}: not about a board` };
  if (event.type === "board.missing")
    return {
      outcome: "handle",
      handlers: [{ name: "forget-board", run: (tx) => forgetBoard(tx, boardId) }],
      // What still comes of it waits for nothing any more.
      snapshot: { seq: Number.MAX_SAFE_INTEGER, isLastPage: true },
    };
  const { payload } = event;
  return {
    outcome: "handle",
    handlers: [{ name: "project-snapshot", run: (tx) => projectSnapshot({ tx, boardId, agentOrders }, payload) }],
    snapshot: { seq: payload.seq, isLastPage: payload.page === payload.pages },
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
  ...deps
}: DispatchDeps & { pool: Pool; listener: Listener }): Consumer {
  const { log } = deps;
  return startConsumer({
    fullStep: consumerBatch,
    consume: () =>
      consumeInTransaction({
        pool,
        plan: (event) => planEvent(event, deps),
        askForBoards: (tx, boardIds, reason) => {
          log.warn({ boardIds, reason }, "boards are asked for as they are");
          return requestSnapshots(tx, boardIds, reason);
        },
      }),
    listener,
    onError: (error) => log.warn({ err: error, component: "dispatcher" }, "events of the API wait"),
  });
}
