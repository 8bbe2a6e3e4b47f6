import type { Listener } from "@kanban/messaging/listen";
import { eventLog } from "@kanban/messaging/outbox-table";
import { type Relay, startRelay } from "@kanban/messaging/start-relay";
import type { RelayCounters } from "@kanban/metrics/count-relay";
import { createPool } from "@kanban/messaging/create-pool";
import type { Pool } from "pg";
import type { Logger } from "pino";

/** Carries the event log to the worker's event inbox, through a role that may only insert there. */
export function startApiRelay({
  source,
  apiToWorkerUrl,
  listener,
  counters,
  log,
}: {
  source: Pool;
  apiToWorkerUrl: string;
  listener: Listener;
  counters: RelayCounters;
  log: Logger;
}): Relay {
  const onError = (error: unknown) => {
    counters.failed();
    log.warn({ err: error, component: "relay" }, "events wait to be relayed");
  };
  const target = createPool(apiToWorkerUrl, { name: "kanban-api-relay", max: 1, onError });
  const relay = startRelay({ source, target, outbox: eventLog, listener, onPublished: counters.published, onError });
  return {
    ...relay,
    stop: async () => {
      await relay.stop();
      await target.end();
    },
  };
}
