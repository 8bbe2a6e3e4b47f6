import { z } from "zod";

/* What the environments of all processes have in common: how their variables look, and how they are read. */

/** An address of PostgreSQL. */
export const databaseUrlVariable = z
  .string({ error: "is missing" })
  .refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), "must be a postgresql:// address");

/** Where a process listens; `usual` when nothing is said. */
export function listenVariables(usual: { port: number }) {
  const port = "must be a port number";
  return {
    PORT: z.coerce.number(port).int(port).min(0).max(65_535).default(usual.port),
    HOST: z.string().min(1, "must not be empty").default("127.0.0.1"),
  };
}

/** How much a process logs. */
export const logLevelVariable = z
  .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "must be a level such as info")
  .default("info");

/** What a monitor has to bring to read `/metrics`; without one, whoever reaches the port is answered. */
export const metricsTokenVariable = z.string().min(16, "must have at least 16 characters").optional();

/** What secrets of mailboxes are sealed with; the API and the worker share it. Without one there is no mail. */
export const mailboxKeyVariable = z.string().min(32, "must have at least 32 characters").optional();

/** Why a process cannot start, in words for whoever starts it; never contains a value. */
export class EnvError extends Error {
  override name = "EnvError";
}

/**
 * Reads an environment once. An empty variable counts as missing.
 * @throws EnvError in one line, beginning with `problem`, that names every wrong variable and shows no value.
 */
export function readEnv<Schema extends z.ZodObject>(
  schema: Schema,
  source: Record<string, string | undefined>,
  problem: string,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const reasons = new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  const list = [...reasons].map(([variable, reason]) => `${variable} ${reason}`).join("; ");
  throw new EnvError(`${problem}: ${list}. env.template explains every variable.`);
}
