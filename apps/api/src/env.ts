import { z } from "zod";

const databaseUrl = z
  .string({ error: "is missing" })
  .refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), "must be a postgresql:// address");

/** Where people open the product; only its origin counts. */
const webOrigin = z
  .string({ error: "is missing" })
  .refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), "must be an http:// or https:// address")
  .transform((value) => new URL(value).origin);

const apiEnvSchema = z.object({
  API_DATABASE_URL: databaseUrl,
  /** The publisher role of the worker's database: it may INSERT into event_inbox and nothing else. */
  API_TO_WORKER_URL: databaseUrl,
  APP_URL: webOrigin,
  AUTH_SECRET: z.string({ error: "is missing" }).min(32, "must have at least 32 characters"),
  PORT: z.coerce.number("must be a port number").int("must be a port number").min(0).max(65_535).default(4000),
  HOST: z.string().min(1, "must not be empty").default("127.0.0.1"),
  /** `loopback`: a demo account may be entered without a password, from this machine only. */
  DEMO_ACCOUNT: z.enum(["off", "loopback"], 'must be "off" or "loopback"').default("off"),
  SIGN_UP: z.enum(["open", "closed"], 'must be "open" or "closed"').default("open"),
  /** Servers between people and the API that add to X-Forwarded-For; 1 is our own web server. */
  PROXY_HOPS: z.coerce.number("must be a number").int("must be a whole number").min(0).max(5).default(1),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "must be a level such as info")
    .default("info"),
});
export type ApiEnv = z.infer<typeof apiEnvSchema>;

/** Why the process cannot start, in words for whoever starts it; never contains a value. */
export class EnvError extends Error {
  override name = "EnvError";
}

/**
 * Reads the environment once. An empty variable counts as missing. `DATABASE_URL` still works for the API's database;
 * `warnings` says so.
 * @throws EnvError naming every wrong variable, and no value.
 */
export function readApiEnv(source: Record<string, string | undefined> = process.env): {
  env: ApiEnv;
  warnings: string[];
} {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const warnings: string[] = [];
  if (!given["API_DATABASE_URL"] && given["DATABASE_URL"]) {
    given["API_DATABASE_URL"] = given["DATABASE_URL"];
    warnings.push(
      "API_DATABASE_URL is missing; DATABASE_URL is used instead. Rename it: it will not be read for ever.",
    );
  }
  const parsed = apiEnvSchema.safeParse(given);
  if (parsed.success) return { env: parsed.data, warnings };
  const reasons = new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  const list = [...reasons].map(([variable, reason]) => `${variable} ${reason}`).join("; ");
  throw new EnvError(`The API cannot start: ${list}. env.template explains every variable.`);
}

/**
 * What filling the demo account needs.
 * @throws EnvError when the database is not named.
 */
export function readSeedEnv(source: Record<string, string | undefined>): Pick<ApiEnv, "API_DATABASE_URL"> {
  const parsed = apiEnvSchema.pick({ API_DATABASE_URL: true }).safeParse(source);
  if (!parsed.success)
    throw new EnvError(`The demo cannot be loaded: API_DATABASE_URL ${parsed.error.issues[0]?.message}.`);
  return parsed.data;
}
