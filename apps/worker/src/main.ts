import { setFlagsFromString } from "node:v8";
import { pino } from "pino";
import { EnvError } from "@kanban/config/service-env";
import { readWorkerEnv } from "./env.ts";
import { startWorker } from "./start-worker.ts";

// A worker idles most of its life on someone's own machine. Left alone, V8 lets a burst of jobs grow the process to
// twice what it needs and keeps it there.
setFlagsFromString("--optimize-for-size");

/** Longer than everything that runs here may take; then the supervisor's patience ends, too. */
const drainMs = 10_000;

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

// A defect that escaped every handler leaves unknown state behind: say so and let the supervisor start anew.
process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, "uncaught");
  process.exit(1);
});

const worker = await startWorker(env, log).catch((error: unknown) => {
  log.fatal({ err: error }, "the worker could not start");
  process.exit(1);
});
log.info({ port: worker.port, host: env.HOST, startedInMs: Math.round(performance.now()) }, "the worker answers");
void worker.ready.then((works) => {
  if (works) log.info({ readyInMs: Math.round(performance.now()) }, "the worker works");
});

let isStopping = false;
function stop(reason: string, exitCode: number) {
  // Whoever asks twice does not want to wait.
  if (isStopping) process.exit(1);
  isStopping = true;
  log.info({ reason }, "stopping");
  setTimeout(() => {
    log.error("stopped in the middle: draining took too long");
    process.exit(1);
  }, drainMs).unref();
  void worker.stop().then(
    () => {
      log.info("stopped");
      process.exit(exitCode);
    },
    (error: unknown) => {
      log.error({ err: error }, "stopped with an error");
      process.exit(1);
    },
  );
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(signal, 0));
// Nobody waited for it, so nothing depends on it; but it is a defect, and a fresh process is the safer one.
process.on("unhandledRejection", (reason) => {
  log.fatal({ err: reason }, "unhandled rejection");
  if (!isStopping) stop("unhandled rejection", 1);
});
