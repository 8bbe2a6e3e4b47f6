import { createWorkerDb } from "@kanban/db-worker/client";
import { advisoryLocks } from "@kanban/messaging/advisory-locks";
import { openStorage } from "@kanban/file-storage/storage-env";
import { backoffMs } from "@kanban/messaging/backoff";
import { standingErrors } from "@kanban/messaging/bridge-status";
import { createPool } from "@kanban/messaging/create-pool";
import { startListener } from "@kanban/messaging/listen";
import { eventOutbox } from "@kanban/messaging/outbox-table";
import type { Consumer } from "@kanban/messaging/start-consumer";
import { startWatermarks } from "@kanban/messaging/start-watermarks";
import { startRelay } from "@kanban/messaging/start-relay";
import type { WorkLoop } from "@kanban/messaging/work-loop";
import { parseAllowList } from "@kanban/safe-fetch/allow-list";
import { answerScrape } from "@kanban/metrics/answer-scrape";
import { createRegistry } from "@kanban/metrics/create-registry";
import { setTimeout as delay } from "node:timers/promises";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Agent, AgentCost } from "./agents/agent.ts";
import { cheapAgents } from "./agents/agents.ts";
import { forgetAnswers } from "./bridge/instance.repository.ts";
import { workerSide } from "./bridge/worker-side.ts";
import { isKnownType, startDispatcher } from "./dispatcher.ts";
import type { AgentsEnv, WorkerEnv } from "./env.ts";
import { startHealthServer } from "./health-server.ts";
import { placeOrdersThrough } from "./jobs/agent-orders.ts";
import { sendThrough } from "./jobs/send-job.ts";
import { takeBackJobs } from "./jobs/take-back-jobs.ts";
import { startReconciler } from "./jobs/start-reconciler.ts";
import { type JobEngine, startJobEngine } from "./jobs/start-job-engine.ts";
import { createTurns } from "./jobs/take-turns.ts";
import { type AgentWork, workAgents } from "./jobs/work-agents.ts";
import { createBoardMemories } from "./learning/board-memories.ts";
import { createMailer } from "./mail/mailer.ts";
import { startMaintenance } from "./maintenance.ts";
import { startMail } from "./mail/start-mail.ts";
import { startMailboxes } from "./mailbox/start-mailboxes.ts";
import { registerWorkerMetrics } from "./metrics/register-worker-metrics.ts";
import { startReporter } from "./operations/start-reporter.ts";
import { workPreviews } from "./previews/work-previews.ts";
import { checkReadiness } from "./readiness.ts";

export type Worker = {
  port: number;
  /** True when jobs are taken and events dispatched, false when it was stopped before. */
  ready: Promise<boolean>;
  /** Lets what runs come to its end, at most about ten seconds. */
  stop: () => Promise<void>;
};

/** Puts the worker together. The database may come later: until then `/readyz` says no and starting is tried again. */
export async function startWorker(
  env: Omit<WorkerEnv, keyof AgentsEnv | "MAIL_ALLOW"> & Partial<Pick<WorkerEnv, "MAIL_ALLOW">>,
  log: Logger,
  now = () => new Date(),
  { registry } = createRegistry(),
  makeAgents: (deps: { pool: Pool; now: () => Date }) => readonly Agent[] = () => cheapAgents,
): Promise<Worker> {
  const waits = (component: string) => (error: unknown) =>
    log.warn({ err: error, component }, "connection lost or refused");
  const pool = createPool(env.WORKER_DATABASE_URL, { name: "kanban-worker", max: 6, onError: waits("database") });
  const target = createPool(env.WORKER_TO_API_URL, { name: "kanban-worker-relay", max: 1, onError: waits("relay") });
  const db = createWorkerDb(pool);
  const storage = openStorage(env);
  const agents = makeAgents({ pool, now });
  const metrics = registerWorkerMetrics(registry, { pool, target, isKnownType });
  const listener = startListener({
    url: env.WORKER_DATABASE_URL,
    name: "kanban-worker-listen",
    presence: advisoryLocks.workerPresence,
    onError: waits("listener"),
  });
  const relay = startRelay({
    source: pool,
    target,
    outbox: eventOutbox,
    listener,
    onPublished: metrics.relay.published,
    onError: (error) => {
      metrics.relay.failed();
      log.warn({ err: error, component: "relay" }, "events wait to be relayed");
    },
  });

  let engine: JobEngine | null = null;
  let agentWork: AgentWork | null = null;
  let dispatcher: Consumer | null = null;
  let reconciler: WorkLoop | null = null;
  let watermarks: WorkLoop | null = null;
  let mail: WorkLoop | null = null;
  let maintenance: WorkLoop | null = null;
  let mailboxes: WorkLoop | null = null;
  const { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom } = env;
  const mailer = smtpUrl && mailFrom ? createMailer({ url: smtpUrl, from: mailFrom }) : null;
  let reporter: WorkLoop | null = null;
  const loopErrors = () =>
    standingErrors({ relay, dispatcher, reconciler, reporter, watermarks, maintenance, mail, mailboxes });
  const stopping = new AbortController();
  const health = await startHealthServer({
    port: env.PORT,
    host: env.HOST,
    readiness: () => checkReadiness({ pool, relay, dispatcher }),
    scrape: (authorization) => answerScrape(registry, { token: env.METRICS_TOKEN, authorization }),
  }).catch(async (error: unknown) => {
    await Promise.all([relay.stop(), listener.stop()]);
    throw error;
  });

  /** Nothing new comes in, and what runs ends. */
  const stopWork = async () => {
    const loops = [dispatcher, reconciler, reporter, maintenance, mail, mailboxes, agentWork];
    const begun = engine;
    dispatcher = reconciler = reporter = maintenance = mail = mailboxes = null;
    agentWork = engine = null;
    await Promise.all(loops.map(async (loop) => loop?.stop()));
    await begun?.stop();
  };

  const begin = async () => {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      try {
        // Before this worker asks: only what the API answers from now on lets letters leave.
        if (!watermarks) {
          await forgetAnswers(pool);
          const onError = (error: unknown) =>
            log.warn({ err: error, component: "watermarks" }, "where this side stands could not be told");
          watermarks = startWatermarks({ pool, side: workerSide, listener, onError });
        }
        engine = await startJobEngine({ url: env.WORKER_DATABASE_URL, listener, log });
        await takeBackJobs({ pool, listener, log });
        await workPreviews(engine.boss, { pool, storage, log, now, onJobs: metrics.onJobs });
        agentWork = await workAgents(engine.boss, {
          ...{ agents, pool, db, log, now },
          recallBoard: createBoardMemories(pool),
          onJobs: metrics.onJobs,
        });
        if (stopping.signal.aborted) break;
        const sendJob = sendThrough(engine.boss);
        const agentOrders = placeOrdersThrough(sendJob, {
          agents,
          takeTurn: createTurns(),
          onDelayed: wakeLater(agentWork),
        });
        dispatcher = startDispatcher({
          ...{ pool, listener, sendJob, agentOrders, log, loopErrors },
          onDispatched: metrics.onDispatched,
        });
        reconciler = startReconciler({ pool, sendJob, agentOrders, log });
        maintenance = startMaintenance({ pool, log });
        mail = startMail(engine.boss, { pool, mailer, log, now });
        mailboxes = startMailboxes({
          ...{ pool, storage, listener, log, now, url: env.WORKER_DATABASE_URL, pollMs: 60_000, fetchMs: 60_000 },
          // Without a key nothing opens, and that is told of each mailbox.
          door: { key: env.MAILBOX_KEY ?? "", allow: parseAllowList(env.MAIL_ALLOW ?? "") },
        });
        reporter = startReporter({ pool, loopErrors, log });
        return true;
      } catch (error) {
        log.warn({ err: error, component: "jobs" }, "the job engine could not start yet");
        // Else each try would leave an engine behind that goes on taking jobs.
        await stopWork().catch(waits("jobs"));
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
      // What runs ends, its results go out, and only then the connections close.
      await Promise.all([stopWork(), watermarks?.stop()]);
      await relay.stop();
      await listener.stop();
      await health.stop();
      await db.$disconnect();
      await Promise.all([pool.end(), target.end()]);
    },
  };
}

/** A delayed job wakes nobody when it becomes due: so somebody is woken for it, a breath later than the clock says. */
function wakeLater({ wake }: AgentWork): (cost: AgentCost, seconds: number) => void {
  return (cost, seconds) => {
    setTimeout(() => wake(cost), seconds * 1_000 + 30).unref();
  };
}
