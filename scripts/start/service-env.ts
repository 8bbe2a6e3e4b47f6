import type { Databases } from "./prepare-databases.ts";

/** Where each process listens. */
export type Ports = { web: number; api: number; worker: number };

const HOST = "127.0.0.1";

/** Where files are, when not on disk. */
const BUCKET = ["S3_ENDPOINT", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"];

/** Only the worker asks a language model, which may want a key. */
const MODEL = [
  "MODEL_URL",
  "MODEL_NAME",
  "MODEL_KEY",
  "MODEL_TIMEOUT_SECONDS",
  "MODEL_TOKENS_PER_DAY",
  "MODEL_CONCURRENCY",
  "MODEL_READS_PAGES",
  "MODEL_RECORDINGS",
];

/** Every variable that belongs to one process and must not leak into the others. */
const PRIVATE = [
  "API_DATABASE_URL",
  "DATABASE_URL",
  "WORKER_DATABASE_URL",
  "API_TO_WORKER_URL",
  "WORKER_TO_API_URL",
  "AUTH_SECRET",
  "DEMO_ACCOUNT",
  "SIGN_UP",
  "APP_URL",
  "API_ORIGIN",
  "METRICS_TOKEN",
  "PORT",
  "HOST",
  "SMTP_URL",
  "MAIL_FROM",
  "MAILBOX_KEY",
  "MAIL_ALLOW",
  "ATTACHMENTS_DIR",
  ...BUCKET,
  ...MODEL,
];

/**
 * The environment of each process: the caller's own, without what belongs to another process. The worker gets no way
 * into kanban_api but its publisher's, the API none into kanban_worker, the web app no database and no secret at all.
 */
export function serviceEnvironments(options: {
  env: Record<string, string | undefined>;
  databases: Databases;
  ports: Ports;
  authSecret: string;
  /** What secrets of mailboxes are sealed with. */
  mailboxKey: string;
  nodeEnv: "production" | "development";
  /** Folder where Node keeps what it has compiled: starts take half as long and processes less memory. */
  compileCache: string;
  /** Folder of the attachments, unless the environment names one. */
  attachments: string;
}): Record<"api" | "worker" | "web" | "seed", Record<string, string>> {
  const { env, databases, ports, authSecret, mailboxKey, nodeEnv, compileCache, attachments } = options;
  const shared: Record<string, string> = { NODE_ENV: nodeEnv, NODE_COMPILE_CACHE: compileCache };
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && name !== "NODE_ENV" && !PRIVATE.includes(name)) shared[name] = value;
  const monitored = env["METRICS_TOKEN"] ? { METRICS_TOKEN: env["METRICS_TOKEN"] } : {};
  const files: Record<string, string> = { ATTACHMENTS_DIR: env["ATTACHMENTS_DIR"] || attachments };
  for (const name of BUCKET) if (env[name]) files[name] = env[name];
  // The API seals with it, the worker opens.
  const mail = { MAILBOX_KEY: env["MAILBOX_KEY"] || mailboxKey };
  const model: Record<string, string> = {};
  for (const name of MODEL) if (env[name]) model[name] = env[name];
  return {
    api: {
      ...shared,
      ...monitored,
      ...files,
      HOST,
      PORT: String(ports.api),
      API_DATABASE_URL: databases.apiDatabaseUrl,
      API_TO_WORKER_URL: databases.apiToWorkerUrl,
      AUTH_SECRET: env["AUTH_SECRET"] || authSecret,
      ...mail,
      APP_URL: env["APP_URL"] || webAddress(ports),
      // The demo account has no password: only where the database and the page are this machine's own.
      DEMO_ACCOUNT: databases.isEmbedded ? "loopback" : "off",
      SIGN_UP: env["SIGN_UP"] || "open",
    },
    worker: {
      ...shared,
      ...monitored,
      // Previews are made of them: the only thing the two share beside events.
      ...files,
      HOST,
      PORT: String(ports.worker),
      WORKER_DATABASE_URL: databases.workerDatabaseUrl,
      WORKER_TO_API_URL: databases.workerToApiUrl,
      // Only the worker speaks to the mail server.
      SMTP_URL: env["SMTP_URL"] ?? "",
      MAIL_FROM: env["MAIL_FROM"] ?? "",
      ...mail,
      MAIL_ALLOW: env["MAIL_ALLOW"] ?? "",
      ...model,
    },
    web: {
      ...shared,
      HOST,
      PORT: String(ports.web),
      // The built server calls its address HOSTNAME.
      HOSTNAME: HOST,
      API_ORIGIN: `http://${HOST}:${ports.api}`,
      NEXT_TELEMETRY_DISABLED: "1",
    },
    seed: { ...shared, ...files, API_DATABASE_URL: databases.apiDatabaseUrl },
  };
}

/** The address to open in a browser. */
export function webAddress(ports: Ports): string {
  return `http://localhost:${ports.web}`;
}
