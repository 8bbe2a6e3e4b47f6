import { randomUUID } from "node:crypto";
import type { ApiDeps } from "@kanban/api/context";
import { appRouter } from "@kanban/api/root";
import { bothDbTest } from "@kanban/testing/database-tests";
import type { TestDatabase } from "@kanban/testing/clone-database";
import type { UserId } from "@kanban/domain/ids";
import { pino } from "pino";
import type { TestAPI } from "vitest";
import type { z } from "zod";
import type { ApiEnv } from "../env.ts";
import { type RunningApi, startApi } from "../start-api.ts";

export const appUrl = "https://kanban.example";

/** An answer with its body read: JSON where it is JSON. */
export type Answer = { status: number; headers: Headers; text: string; json: unknown };

export type Person = {
  userId: UserId;
  email: string;
  password: string;
  cookie: string;
  /** Calls a procedure by name, over HTTP, with the person's cookie. */
  call(name: string, input?: unknown): Promise<Answer>;
  /** Calls one that must succeed and answers its data. */
  ask<Data>(name: string, input?: unknown): Promise<Data>;
};

export type TestServer = {
  url: string;
  api: RunningApi;
  database: TestDatabase;
  workerDatabase: TestDatabase;
  /** Everything that was logged, as lines of JSON. */
  logged: string[];
  request(path: string, init?: RequestInit): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  signUp(name?: string): Promise<Person>;
};

type Databases = { apiDatabase: TestDatabase; workerDatabase: TestDatabase };

/** The whole API, listening on a port of its own, on two databases of its own. */
export async function startTestServer(
  { apiDatabase, workerDatabase }: Databases,
  env: Partial<ApiEnv> = {},
  overrides: Partial<ApiDeps> = {},
): Promise<TestServer> {
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(line) });
  const complete: ApiEnv = {
    API_DATABASE_URL: apiDatabase.url,
    API_TO_WORKER_URL: workerDatabase.publisherUrl,
    APP_URL: appUrl,
    AUTH_SECRET: "a-secret-for-tests-of-at-least-thirty-two-characters",
    MAILBOX_KEY: "a-key-for-tests-of-at-least-thirty-two-characters",
    PORT: 0,
    HOST: "127.0.0.1",
    DEMO_ACCOUNT: "off",
    SIGN_UP: "open",
    PROXY_HOPS: 1,
    LOG_LEVEL: "debug",
    ...env,
  };
  const api = await startApi(complete, log, overrides);
  const url = `http://127.0.0.1:${api.port}`;

  const request = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, { redirect: "manual", ...init });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    request(path, {
      method: "POST",
      headers: { "content-type": "application/json", origin: complete.APP_URL, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const signUp = async (name = "Ada"): Promise<Person> => {
    const email = `${randomUUID()}@example.com`;
    const password = "correct horse battery";
    const answer = await post("/api/auth/sign-up/email", { name, email, password, timeZone: "Europe/Vienna" });
    if (answer.status !== 200) throw new Error(`Could not sign up: ${answer.text}`);
    const userId = (answer.json as { user: { id: UserId } }).user.id;
    const cookie = cookieOf(answer);
    const call = (procedure: string, input?: unknown) => callProcedure({ request, post }, procedure, input, { cookie });
    const ask = async <Data>(procedure: string, input?: unknown): Promise<Data> => {
      const answered = await call(procedure, input);
      if (answered.status !== 200) throw new Error(`${procedure}: ${answered.text}`);
      return (answered.json as { result: { data: Data } }).result.data;
    };
    return { userId, email, password, cookie, call, ask };
  };
  return { url, api, database: apiDatabase, workerDatabase, logged, request, post, signUp };
}

/** Calls a procedure as a browser would: queries by GET, mutations by POST. */
export function callProcedure(
  { request, post }: Pick<TestServer, "request" | "post">,
  name: string,
  input: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  if (procedures[name]?._def.type === "mutation") return post(`/api/trpc/${name}`, input ?? {}, headers);
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return request(`/api/trpc/${name}${query}`, { headers });
}

type Procedure = { _def: { type: "query" | "mutation" | "subscription"; inputs: z.ZodType[] } };

/** Every procedure there is, by its path: at run time the router keeps them flat, whatever its type says. */
export const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>;
export const procedureNames = Object.keys(procedures).sort();

/** The cookies an answer sets, as the next request sends them. */
export function cookieOf({ headers }: Answer): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

type Fixtures = typeof bothDbTest extends TestAPI<infer Known> ? Known : never;

/** A test with a running API. */
export const serverTest: TestAPI<Fixtures & { server: TestServer }> = bothDbTest.extend<{ server: TestServer }>({
  server: async ({ apiDatabase, workerDatabase }, use) => {
    const server = await startTestServer({ apiDatabase, workerDatabase });
    await use(server);
    await server.api.stop(1_000);
  },
});
