import { pino } from "pino";
import { guardProcess } from "@kanban/config/run-process";
import { EnvError } from "@kanban/config/service-env";
import { createRegistry } from "@kanban/metrics/create-registry";
import { readApiEnv } from "./env.ts";
import { startApi } from "./start-api.ts";

/** Requests are answered within five seconds; the rest of the ten that a process has to end is for its loops. */
const requestsDrainMs = 7_000;

function readEnvOrExit() {
  try {
    return readApiEnv();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const { env, warnings } = readEnvOrExit();
const log = pino({
  level: env.LOG_LEVEL,
  base: { service: "api" },
  // Nothing logs these on purpose; a library's error object may carry them along.
  redact: ["*.password", "*.token", "*.headers.cookie", "*.headers.authorization", "err.connectionString"],
});
for (const warning of warnings) log.warn(warning);

const metrics = createRegistry();
const running = guardProcess({ log, count: metrics.countUnhandled });
const api = await startApi(env, log, {}, metrics).catch((error: unknown) => {
  log.fatal({ err: error }, "the API could not start");
  process.exit(1);
});
running.stopWith(() => api.stop(requestsDrainMs));
log.info({ port: api.port, host: env.HOST, startedInMs: Math.round(performance.now()) }, "the API listens");
