import { pino } from "pino";
import { EnvError } from "@kanban/config/service-env";
import { readApiEnv } from "./env.ts";
import { startApi } from "./start-api.ts";

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

// A defect that escaped every handler leaves unknown state behind: say so and let the supervisor start anew.
process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, "uncaught");
  process.exit(1);
});

const api = await startApi(env, log).catch((error: unknown) => {
  log.fatal({ err: error }, "the API could not start");
  process.exit(1);
});
log.info({ port: api.port, host: env.HOST, startedInMs: Math.round(performance.now()) }, "the API listens");

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, "stopping");
    void api.stop().then(() => {
      log.info("stopped");
      process.exit(0);
    });
  });
}
