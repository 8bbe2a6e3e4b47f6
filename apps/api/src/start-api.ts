import type { ApiDeps } from "@kanban/api/context";
import { createApiDb } from "@kanban/db-api/client";
import { openStorage } from "@kanban/file-storage/storage-env";
import { standingErrors } from "@kanban/messaging/bridge-status";
import { createPool } from "@kanban/messaging/create-pool";
import { startListener } from "@kanban/messaging/listen";
import { startWatermarks } from "@kanban/messaging/start-watermarks";
import { answerScrape } from "@kanban/metrics/answer-scrape";
import { createRegistry } from "@kanban/metrics/create-registry";
import type { Logger } from "pino";
import { startAlerts } from "./alerts.ts";
import { createAuth } from "./auth/create-auth.ts";
import { apiSide } from "./bridge/api-side.ts";
import type { ApiEnv } from "./env.ts";
import { fileLimitsOf } from "./files/file-limits.ts";
import { startFileMaintenance } from "./files/file-maintenance.ts";
import { createFanout } from "./fanout.ts";
import { createApp } from "./http/create-app.ts";
import { listen } from "./http/listen.ts";
import { originsOf } from "./http/origins.ts";
import { startInboxConsumer } from "./inbox.ts";
import { startMaintenance } from "./maintenance.ts";
import { registerApiMetrics } from "./metrics/register-api-metrics.ts";
import { checkReadiness } from "./readiness.ts";
import { startApiRelay } from "./relay.ts";
import { createSessionResolver } from "./session.ts";

export type RunningApi = {
  port: number;
  /** Live streams open in this process. */
  streams(): number;
  /** Ends streams, drains requests for at most `drainMs`, then stops the loops and gives the connections back. Once. */
  stop(drainMs?: number): Promise<void>;
};

/** Every request is answered by then (`limits.answerMs`); the loops' last batches follow, within ten seconds in all. */
const longestAnswerMs = 5_000;

/** Puts the API together and serves it. Needs no database to start: it answers "not ready" until there is one. */
export async function startApi(
  env: ApiEnv,
  log: Logger,
  overrides: Partial<ApiDeps> = {},
  { registry } = createRegistry(),
): Promise<RunningApi> {
  const onConnectionError = (error: unknown) => log.warn({ err: error }, "a database connection was lost");
  const { db, pool, close } = createApiDb(env.API_DATABASE_URL, { onConnectionError });
  // Loops have connections of their own, so that no burst of requests can keep events from moving.
  const loops = createPool(env.API_DATABASE_URL, { name: "kanban-api-loops", max: 3, onError: onConnectionError });
  const listener = startListener({ url: env.API_DATABASE_URL, name: "kanban-api-listen", onError: onConnectionError });
  const fanout = createFanout(listener);
  const metrics = registerApiMetrics(registry, { requests: pool, loops, streams: fanout.listeners });
  const storage = openStorage(env);
  const fileLimits = fileLimitsOf(env);
  const deps: ApiDeps = {
    ...{ db, pool, clock: { now: () => new Date() }, log, wake: fanout, observe: metrics.observe },
    files: { storage, fileLimits },
    mailKey: env.MAILBOX_KEY,
    loopErrors: () => standingErrors({ relay, inbox, alerts }),
    ...overrides,
  };

  const { API_TO_WORKER_URL: apiToWorkerUrl } = env;
  const relay = startApiRelay({ source: loops, apiToWorkerUrl, listener, counters: metrics.relay, log });
  const inbox = startInboxConsumer({ deps, pool: loops, listener, log });
  const watermarks = startWatermarks({
    pool: loops,
    side: apiSide(deps.clock),
    listener,
    onError: (error) => log.warn({ err: error, component: "watermarks" }, "where this side stands could not be told"),
  });
  const alerts = startAlerts({ pool: loops, clock: deps.clock }, { appUrl: env.APP_URL, log });
  const maintenance = startMaintenance(db, loops, log);

  const fileMaintenance = startFileMaintenance(deps, storage, log);

  const origins = originsOf(env.APP_URL);
  const shared = { appUrl: env.APP_URL, signUp: env.SIGN_UP, demoAccount: env.DEMO_ACCOUNT, log };
  const auth = createAuth({ ...shared, db, secret: env.AUTH_SECRET, trustedOrigins: origins });
  const stopping = new AbortController();
  const readiness = () => checkReadiness(pool, relay);
  const app = createApp({
    ...shared,
    auth,
    resolveSession: createSessionResolver(auth, db),
    deps,
    origins,
    proxyHops: env.PROXY_HOPS,
    readiness,
    scrape: (authorization) => answerScrape(registry, { token: env.METRICS_TOKEN, authorization }),
    stopping: stopping.signal,
    storage,
    fileLimits,
  });
  const http = await listen(app, { host: env.HOST, port: env.PORT });

  const stop = async (drainMs: number) => {
    stopping.abort();
    await http.stop(drainMs);
    maintenance.stop();
    fileMaintenance.stop();
    fanout.stop();
    await Promise.all([watermarks.stop(), relay.stop(), inbox.stop(), alerts.stop()]);
    await listener.stop();
    await Promise.all([close(), loops.end()]);
  };
  let stopped: Promise<void> | undefined;
  return {
    port: http.port,
    streams: fanout.listeners,
    stop: (drainMs = longestAnswerMs) => (stopped ??= stop(drainMs)),
  };
}
