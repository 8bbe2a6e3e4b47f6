import { expect, test } from "vitest";
import { EnvError } from "@kanban/config/service-env";
import { readApiEnv } from "./env.ts";

const complete = {
  API_DATABASE_URL: "postgresql://kanban_api:secret-password@127.0.0.1:5432/kanban_api",
  API_TO_WORKER_URL: "postgresql://api_to_worker:secret-password@127.0.0.1:5432/kanban_worker",
  APP_URL: "https://kanban.example/anything",
  AUTH_SECRET: "a-secret-of-at-least-thirty-two-characters",
};

function messageOf(source: Record<string, string | undefined>): string {
  try {
    readApiEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  throw new Error("Accepted");
}

test("a bucket needs its keys, and limits are whole megabytes", () => {
  const S3_ENDPOINT = "https://s3.example/kanban";
  expect(messageOf({ ...complete, S3_ENDPOINT })).toContain("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are needed");
  const keys = { S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "key" };
  expect(readApiEnv({ ...complete, S3_ENDPOINT, ...keys, ATTACHMENT_LIMIT_MB: "20" }).env.ATTACHMENT_LIMIT_MB).toBe(20);
  expect(messageOf({ ...complete, BOARD_FILES_LIMIT_MB: "much" })).toContain("BOARD_FILES_LIMIT_MB must be a number");
});

test("a complete environment is read, with closed defaults for what is optional", () => {
  const { env, warnings } = readApiEnv(complete);
  expect(env).toMatchObject({
    APP_URL: "https://kanban.example",
    HOST: "127.0.0.1",
    DEMO_ACCOUNT: "off",
    SIGN_UP: "open",
  });
  expect(warnings).toEqual([]);
});

test("DATABASE_URL stands in for API_DATABASE_URL, with a warning", () => {
  const { API_DATABASE_URL, ...rest } = complete;
  const { env, warnings } = readApiEnv({ ...rest, DATABASE_URL: API_DATABASE_URL });
  expect(env.API_DATABASE_URL).toBe(API_DATABASE_URL);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain("DATABASE_URL");
});

test.each([
  ["API_DATABASE_URL", undefined],
  ["API_DATABASE_URL", ""],
  ["API_DATABASE_URL", "mysql://root:secret-password@db/kanban"],
  ["API_TO_WORKER_URL", undefined],
  ["APP_URL", "javascript:alert(1)"],
  ["AUTH_SECRET", "secret-password"],
  ["PORT", "secret-password"],
  ["PORT", "70000"],
  ["DEMO_ACCOUNT", "yes"],
  ["SIGN_UP", "true"],
  ["LOG_LEVEL", "loud"],
])("a wrong %s (%j) is named in one line that shows no value", (variable, value) => {
  const message = messageOf({ ...complete, [variable]: value });
  expect(message).toContain(variable);
  expect(message).not.toContain("secret-password");
  expect(message).not.toContain("\n");
});

test("every wrong variable is named at once", () => {
  const message = messageOf({});
  for (const variable of ["API_DATABASE_URL", "API_TO_WORKER_URL", "APP_URL", "AUTH_SECRET"])
    expect(message).toContain(variable);
});
