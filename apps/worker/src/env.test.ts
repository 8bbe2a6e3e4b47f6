import { expect, test } from "vitest";
import { readWorkerEnv } from "./env.ts";

const complete = {
  WORKER_DATABASE_URL: "postgresql://kanban_worker:s3cret@db/kanban_worker",
  WORKER_TO_API_URL: "postgresql://worker_to_api:s3cret@db/kanban_api",
};

test("two addresses are enough", () => {
  expect(readWorkerEnv(complete)).toEqual({
    ...complete,
    PORT: 4001,
    HOST: "127.0.0.1",
    LOG_LEVEL: "info",
    FETCH_PAGES: "on",
    FETCH_ALLOW: "",
    MAIL_ALLOW: "",
    MODEL_TIMEOUT_SECONDS: 60,
    MODEL_TOKENS_PER_DAY: 200_000,
    MODEL_CONCURRENCY: 1,
    MODEL_READS_PAGES: "off",
  });
});

test("a way into the API's database is not even read", () => {
  expect(readWorkerEnv({ ...complete, API_DATABASE_URL: "postgresql://x/y" })).not.toHaveProperty("API_DATABASE_URL");
});

test("what is missing or wrong is named, without its value", () => {
  const read = () =>
    readWorkerEnv({ WORKER_DATABASE_URL: "", WORKER_TO_API_URL: "mysql://root:s3cret@db", PORT: "http" });
  expect(read).toThrow(
    "The worker cannot start: WORKER_DATABASE_URL is missing; WORKER_TO_API_URL must be a postgresql:// address; PORT must be a port number.",
  );
  expect(read).not.toThrow("s3cret");
});

test("a language model needs an address and a name", () => {
  const model = { MODEL_URL: "http://localhost:11434/v1", MODEL_NAME: "small" };
  expect(readWorkerEnv({ ...complete, ...model, MODEL_CONCURRENCY: "2" })).toMatchObject({
    ...model,
    MODEL_CONCURRENCY: 2,
  });
  expect(() => readWorkerEnv({ ...complete, MODEL_URL: model.MODEL_URL })).toThrow("MODEL_NAME goes with MODEL_URL");
  expect(() => readWorkerEnv({ ...complete, ...model, MODEL_URL: "file:///etc/passwd" })).toThrow("MODEL_URL");
});

test("the own network is opened only by what can be read", () => {
  expect(readWorkerEnv({ ...complete, FETCH_ALLOW: "nas.home:5000" }).FETCH_ALLOW).toBe("nas.home:5000");
  expect(() => readWorkerEnv({ ...complete, FETCH_ALLOW: "10.0.0.0/99" })).toThrow("FETCH_ALLOW");
});

test("a mail server needs a sender, and neither is said in a refusal", () => {
  const mail = { SMTP_URL: "smtps://me:s3cret@mail.example", MAIL_FROM: "Kanban <kanban@example.com>" };
  expect(readWorkerEnv({ ...complete, ...mail })).toMatchObject(mail);
  expect(() => readWorkerEnv({ ...complete, SMTP_URL: mail.SMTP_URL })).toThrow(
    "The worker cannot start: MAIL_FROM is missing (SMTP_URL is set). env.template explains every variable.",
  );
  for (const MAIL_FROM of ["nobody", "a@b\r\nBcc: all@example.com"])
    expect(() => readWorkerEnv({ ...complete, ...mail, MAIL_FROM })).toThrow("MAIL_FROM must be a mail address");
  expect(() => readWorkerEnv({ ...complete, SMTP_URL: "http://me:s3cret@mail" })).toThrow(/^(?!.*s3cret).*SMTP_URL/);
});
