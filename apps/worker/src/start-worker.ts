import { createWorkerDb } from "@kanban/db-worker/client";
import { backoffMs } from "@kanban/messaging/backoff";
import { createPool } from "@kanban/messaging/create-pool";
import { startListener } from "@kanban/messaging/listen";
import { eventOutbox } from "@kanban/messaging/outbox-table";
import type { Consumer } from "@kanban/messaging/start-consumer";
import { startRelay } from "@kanban/messaging/start-relay";
import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import { startDispatcher } from "./dispatcher.ts";
import type { WorkerEnv } from "./env.ts";
import { startHealthServer } from "./health-server.ts";
import { sendThrough } from "./jobs/send-job.ts";
import { type JobEngine, startJobEngine, workJobs } from "./jobs/start-job-engine.ts";
import { checkReadiness } from "./readiness.ts";

export type Worker = {
  port: number;
  /** True when jobs are taken and events dispatched, false when it was stopped before. */
  ready: Promise<boolean>;
  /** Lets what runs come to its end, at most about ten seconds. */
  stop: () => Promise<void>;
};

/** Puts the worker together. The database may come later: until then `/readyz` says no and starting is tried again. */
export async function startWorker(env: WorkerEnv, log: Logger, now = () => new Date()): Promise<Worker> {
  const waits = (component: string) => (error: unknown) =>
    log.warn({ err: error, component }, "connection lost or refused");
  const pool = createPool(env.WORKER_DATABASE_URL, { name: "kanban-worker", max: 6, onError: waits("database") });
  const target = createPool(env.WORKER_TO_API_URL, { name: "kanban-worker-relay", max: 1, onError: waits("relay") });
  const db = createWorkerDb(pool);
  const listener = startListener({
    url: env.WORKER_DATABASE_URL,
    name: "kanban-worker-listen",
    onError: waits("listener"),
  });
  const relay = startRelay({
    source: pool,
    target,
    outbox: eventOutbox,
    listener,
    onError: (error) => log.warn({ err: error, component: "relay" }, "events wait to be relayed"),
  });

  let engine: JobEngine | null = null;
  let dispatcher: Consumer | null = null;
  const stopping = new AbortController();
  const health = await startHealthServer({
    port: env.PORT,
    host: env.HOST,
    readiness: () => checkReadiness({ pool, relay, dispatcher }),
  }).catch(async (error: unknown) => {
    await Promise.all([relay.stop(), listener.stop()]);
    throw error;
  });

  const begin = async () => {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      try {
        engine = await startJobEngine({ url: env.WORKER_DATABASE_URL, log });
        await workJobs(engine.boss, { db, log, now });
        if (stopping.signal.aborted) break;
        dispatcher = startDispatcher({ pool, listener, sendJob: sendThrough(engine.boss), log });
        return true;
      } catch (error) {
        log.warn({ err: error, component: "jobs" }, "the job engine could not start yet");
        await delay(backoffMs(failures), null, { signal: stopping.signal }).catch(() => {});
      }
    }
    return false;
  };
  const ready = begin();

  return {
    port: health.port,
    ready,
    stop: async () => {
      stopping.abort();
      await ready;
      // Nothing new comes in, what runs ends, its results go out, and only then the connections close.
      await dispatcher?.stop();
      await engine?.stop();
      await relay.stop();
      await listener.stop();
      await health.stop();
      await db.$disconnect();
      await Promise.all([pool.end(), target.end()]);
    },
  };
}
