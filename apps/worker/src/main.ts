import { setFlagsFromString } from "node:v8";
import { pino } from "pino";
import { guardProcess } from "@kanban/config/run-process";
import { EnvError } from "@kanban/config/service-env";
import { createRegistry } from "@kanban/metrics/create-registry";
import { makeAgents } from "./agents/make-agents.ts";
import { readWorkerEnv } from "./env.ts";
import { startWorker } from "./start-worker.ts";

// A worker idles most of its life on someone's own machine. Left alone, V8 lets a burst of jobs grow the process to
// twice what it needs and keeps it there.
setFlagsFromString("--optimize-for-size");

function readEnvOrExit() {
  try {
    return readWorkerEnv();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const env = readEnvOrExit();
const log = pino({ level: env.LOG_LEVEL, base: { service: "worker" }, redact: ["err.connectionString"] });

const metrics = createRegistry();
const running = guardProcess({ log, count: metrics.countUnhandled });
const worker = await startWorker(env, log, undefined, metrics, (deps) => makeAgents({ env, ...deps })).catch(
  (error: unknown) => {
    log.fatal({ err: error }, "the worker could not start");
    process.exit(1);
  },
);
running.stopWith(worker.stop);
log.info({ port: worker.port, host: env.HOST, startedInMs: Math.round(performance.now()) }, "the worker answers");
void worker.ready.then((works) => {
  if (works) log.info({ readyInMs: Math.round(performance.now()) }, "the worker works");
});
