import {
  databaseUrlVariable,
  listenVariables,
  logLevelVariable,
  mailboxKeyVariable,
  metricsTokenVariable,
  readEnv,
} from "@kanban/config/service-env";
import {
  hasKeysOfBucket,
  keysOfBucketMissing,
  type StorageEnv,
  storageVariables,
} from "@kanban/file-storage/storage-env";
import { z } from "zod";

/** Where people open the product; only its origin counts. */
const webOrigin = z
  .string({ error: "is missing" })
  .refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), "must be an http:// or https:// address")
  .transform((value) => new URL(value).origin);

const megabytes = z.coerce.number("must be a number").int("must be a whole number").min(1).optional();

const apiEnvSchema = z.object({
  API_DATABASE_URL: databaseUrlVariable,
  /** The publisher role of the worker's database: it may INSERT into event_inbox and nothing else. */
  API_TO_WORKER_URL: databaseUrlVariable,
  APP_URL: webOrigin,
  AUTH_SECRET: z.string({ error: "is missing" }).min(32, "must have at least 32 characters"),
  ...listenVariables({ port: 4000 }),
  /** `loopback`: a demo account may be entered without a password, from this machine only. */
  DEMO_ACCOUNT: z.enum(["off", "loopback"], 'must be "off" or "loopback"').default("off"),
  SIGN_UP: z.enum(["open", "closed"], 'must be "open" or "closed"').default("open"),
  /** Servers between people and the API that add to X-Forwarded-For; 1 is our own web server. */
  PROXY_HOPS: z.coerce.number("must be a number").int("must be a whole number").min(0).max(5).default(1),
  MAILBOX_KEY: mailboxKeyVariable,
  METRICS_TOKEN: metricsTokenVariable,
  LOG_LEVEL: logLevelVariable,
  /** Where attachments are kept. */
  ...storageVariables,
  /** How large one file may be, and all files of a board together. */
  ATTACHMENT_LIMIT_MB: megabytes,
  BOARD_FILES_LIMIT_MB: megabytes,
});
const checkedEnvSchema = apiEnvSchema.refine(hasKeysOfBucket, keysOfBucketMissing);
export type ApiEnv = z.infer<typeof apiEnvSchema>;

/**
 * Reads the environment once. `DATABASE_URL` still works for the API's database; `warnings` says so.
 * @throws EnvError naming every wrong variable, and no value.
 */
export function readApiEnv(source: Record<string, string | undefined> = process.env): {
  env: ApiEnv;
  warnings: string[];
} {
  const isOldName = !source["API_DATABASE_URL"] && Boolean(source["DATABASE_URL"]);
  const given = isOldName ? { ...source, API_DATABASE_URL: source["DATABASE_URL"] } : source;
  const env = readEnv(checkedEnvSchema, given, "The API cannot start");
  return { env, warnings: isOldName ? [oldNameWarning] : [] };
}

const oldNameWarning =
  "API_DATABASE_URL is missing; DATABASE_URL is used instead. Rename it: it will not be read for ever.";

/**
 * What filling the demo account needs.
 * @throws EnvError when the database is not named.
 */
export function readSeedEnv(
  source: Record<string, string | undefined> = process.env,
): Pick<ApiEnv, "API_DATABASE_URL"> & StorageEnv {
  const needed = z.object({ API_DATABASE_URL: databaseUrlVariable, ...storageVariables });
  return readEnv(needed, source, "The demo cannot be loaded");
}
