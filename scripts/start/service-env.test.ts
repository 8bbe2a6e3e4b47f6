import { expect, test } from "vitest";
import { serviceEnvironments } from "./service-env.ts";

const databases = {
  apiDatabaseUrl: "postgresql://kanban_api@db/kanban_api",
  workerDatabaseUrl: "postgresql://kanban_worker@db/kanban_worker",
  apiToWorkerUrl: "postgresql://api_to_worker@db/kanban_worker",
  workerToApiUrl: "postgresql://worker_to_api@db/kanban_api",
  isEmbedded: true,
  remark: "",
  ended: new Promise<void>(() => {}),
  stop: async () => {},
};
const environments = (env: Record<string, string>, isEmbedded = true) =>
  serviceEnvironments({
    env,
    databases: { ...databases, isEmbedded },
    ports: { web: 3000, api: 3001, worker: 3002 },
    authSecret: "made-up",
    mailboxKey: "made-up-too",
    nodeEnv: "production",
    compileCache: "/data/compile-cache",
    attachments: "/data/attachments",
  });

/** What a developer's shell may well hold. */
const shell = {
  API_DATABASE_URL: databases.apiDatabaseUrl,
  DATABASE_URL: databases.apiDatabaseUrl,
  WORKER_DATABASE_URL: databases.workerDatabaseUrl,
  AUTH_SECRET: "theirs",
  LOG_LEVEL: "debug",
  SMTP_URL: "smtps://me:pass@mail.example",
  MAIL_FROM: "kanban@example.com",
};

test("the worker gets no way into kanban_api but its publisher's", () => {
  const { worker } = environments(shell);
  const ways = Object.entries(worker).filter(([, value]) => value.endsWith("/kanban_api"));
  expect(ways).toEqual([["WORKER_TO_API_URL", databases.workerToApiUrl]]);
});

test("the API gets no way into kanban_worker but its publisher's", () => {
  const ways = Object.entries(environments(shell).api).filter(([, value]) => value.endsWith("/kanban_worker"));
  expect(ways).toEqual([["API_TO_WORKER_URL", databases.apiToWorkerUrl]]);
});

test("the web app gets no database and no secret", () => {
  const { web } = environments(shell);
  expect(Object.values(web).filter((value) => /postgres|theirs|made-up/.test(value))).toEqual([]);
});

test("the demo account exists on the embedded database only", () => {
  expect(environments({}).api["DEMO_ACCOUNT"]).toBe("loopback");
  expect(environments({ DEMO_ACCOUNT: "loopback" }, false).api["DEMO_ACCOUNT"]).toBe("off");
});

test("the way to the mail server is the worker's alone", () => {
  const { worker, ...others } = environments(shell);
  expect(worker).toMatchObject({ SMTP_URL: shell.SMTP_URL, MAIL_FROM: shell.MAIL_FROM });
  for (const env of Object.values(others)) expect(env).not.toHaveProperty("SMTP_URL");
});

test("the token of monitors reaches those who answer them, and nobody else", () => {
  const holders = Object.entries(environments({ METRICS_TOKEN: "for the monitor" })).filter(
    ([, env]) => env["METRICS_TOKEN"] !== undefined,
  );
  expect(holders.map(([name]) => name)).toEqual(["api", "worker"]);
});

test("files are the API's and the worker's, in one place, and nobody else gets a key to them", () => {
  const bucket = { S3_ENDPOINT: "https://s3.example/kanban", S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "key" };
  const { api, worker, web } = environments({ ...bucket, ATTACHMENTS_DIR: "/mnt/files" });
  for (const env of [api, worker]) expect(env).toMatchObject({ ...bucket, ATTACHMENTS_DIR: "/mnt/files" });
  for (const name of [...Object.keys(bucket), "ATTACHMENTS_DIR"]) expect(web).not.toHaveProperty(name);
  expect(environments({}).api["ATTACHMENTS_DIR"]).toBe(environments({}).worker["ATTACHMENTS_DIR"]);
});

test("what is nobody's secret reaches everyone", () => {
  for (const env of Object.values(environments(shell))) expect(env["LOG_LEVEL"]).toBe("debug");
});

test("a secret of one's own wins over the one made up", () => {
  expect(environments(shell).api["AUTH_SECRET"]).toBe("theirs");
  expect(environments({}).api["AUTH_SECRET"]).toBe("made-up");
});
