import {
  databaseUrlVariable,
  listenVariables,
  logLevelVariable,
  mailboxKeyVariable,
  metricsTokenVariable,
  readEnv,
} from "@kanban/config/service-env";
import { hasKeysOfBucket, keysOfBucketMissing, storageVariables } from "@kanban/file-storage/storage-env";
import { parseAllowList } from "@kanban/safe-fetch/allow-list";
import { z } from "zod";
import { modelVariables } from "./language-model/model-settings.ts";

/** Parts of the own network that are opened. */
const allowListVariable = z
  .string()
  .default("")
  .refine((value) => canParseAllowList(value), "must be networks or names, as 192.168.1.0/24, nas.home:5000");

/** What agents reach beyond this process. */
const agentVariables = {
  /** Whether pages behind links are read. */
  FETCH_PAGES: z.enum(["on", "off"]).default("on"),
  /** Parts of the own network that may be read although they are not public. */
  FETCH_ALLOW: allowListVariable,
  ...modelVariables,
};

// There is no API_DATABASE_URL here, by design: the worker knows of boards what events tell it.
const workerEnvSchema = z
  .object({
    WORKER_DATABASE_URL: databaseUrlVariable,
    /** The publisher role of the API's database: it may INSERT into event_inbox and nothing else. */
    WORKER_TO_API_URL: databaseUrlVariable,
    /** Where health and metrics are answered. */
    ...listenVariables({ port: 4001 }),
    METRICS_TOKEN: metricsTokenVariable,
    /** The mail server letters leave by; none: letters fail. May carry a password. */
    SMTP_URL: z
      .string()
      .refine((value) => /^smtps?:\/\//.test(value) && URL.canParse(value), "must be an smtp:// or smtps:// address")
      .optional(),
    /** Who letters come from: an address, or `Name <address>`. */
    MAIL_FROM: z
      .string()
      .regex(/^[^\p{Cc}]*[^\s@<>]+@[^\s@<>]+>?$/u, "must be a mail address")
      .optional(),
    ...agentVariables,
    /** What passwords of mailboxes are sealed with, the API's; without it none opens. */
    MAILBOX_KEY: mailboxKeyVariable,
    /** Mail servers of the own network that may be reached although they are not public. */
    MAIL_ALLOW: allowListVariable,
    LOG_LEVEL: logLevelVariable,
    /** Where the files are that previews are made of, and where these go: the API's storage. */
    ...storageVariables,
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
    path: ["MAIL_FROM"],
    error: "is missing (SMTP_URL is set)",
  })
  .refine(({ MODEL_URL, MODEL_NAME }) => (MODEL_URL === undefined) === (MODEL_NAME === undefined), {
    path: ["MODEL_NAME"],
    error: "goes with MODEL_URL: both or neither",
  })
  .refine(hasKeysOfBucket, keysOfBucketMissing);
/** The variables only agents read. */
export type AgentsEnv = Pick<WorkerEnv, keyof typeof agentVariables>;

function canParseAllowList(value: string): boolean {
  try {
    parseAllowList(value);
    return true;
  } catch {
    return false;
  }
}

export type WorkerEnv = z.infer<typeof workerEnvSchema>;

/**
 * Reads the environment once.
 * @throws EnvError naming every wrong variable, and no value.
 */
export function readWorkerEnv(source: Record<string, string | undefined> = process.env): WorkerEnv {
  return readEnv(workerEnvSchema, source, "The worker cannot start");
}
