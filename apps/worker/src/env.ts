import { z } from "zod";

const databaseUrl = z
  .string({ error: "is missing" })
  .refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), "must be a postgresql:// address");

// There is no API_DATABASE_URL here, by design: the worker knows of boards what events tell it.
const workerEnvSchema = z.object({
  WORKER_DATABASE_URL: databaseUrl,
  /** The publisher role of the API's database: it may INSERT into event_inbox and nothing else. */
  WORKER_TO_API_URL: databaseUrl,
  /** Where health is answered. */
  PORT: z.coerce.number("must be a port number").int("must be a port number").min(0).max(65_535).default(4001),
  HOST: z.string().min(1, "must not be empty").default("127.0.0.1"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "must be a level such as info")
    .default("info"),
});
export type WorkerEnv = z.infer<typeof workerEnvSchema>;

/** Why the process cannot start, in words for whoever starts it; never contains a value. */
export class EnvError extends Error {
  override name = "EnvError";
}

/**
 * Reads the environment once. An empty variable counts as missing.
 * @throws EnvError naming every wrong variable, and no value.
 */
export function readWorkerEnv(source: Record<string, string | undefined> = process.env): WorkerEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = workerEnvSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const reasons = new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  const list = [...reasons].map(([variable, reason]) => `${variable} ${reason}`).join("; ");
  throw new EnvError(`The worker cannot start: ${list}. env.template explains every variable.`);
}
