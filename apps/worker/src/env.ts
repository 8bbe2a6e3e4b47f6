import { databaseUrlVariable, listenVariables, logLevelVariable, readEnv } from "@kanban/config/service-env";
import { z } from "zod";

// There is no API_DATABASE_URL here, by design: the worker knows of boards what events tell it.
const workerEnvSchema = z.object({
  WORKER_DATABASE_URL: databaseUrlVariable,
  /** The publisher role of the API's database: it may INSERT into event_inbox and nothing else. */
  WORKER_TO_API_URL: databaseUrlVariable,
  /** Where health is answered. */
  ...listenVariables({ port: 4001 }),
  LOG_LEVEL: logLevelVariable,
});
export type WorkerEnv = z.infer<typeof workerEnvSchema>;

/**
 * Reads the environment once.
 * @throws EnvError naming every wrong variable, and no value.
 */
export function readWorkerEnv(source: Record<string, string | undefined> = process.env): WorkerEnv {
  return readEnv(workerEnvSchema, source, "The worker cannot start");
}
