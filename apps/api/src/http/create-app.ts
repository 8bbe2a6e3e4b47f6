import { randomUUID } from "node:crypto";
import { answerInTime } from "@kanban/api/answer-in-time";
import type { FileLimits } from "@kanban/api/attachment/create-attachment";
import { appRouter } from "@kanban/api/root";
import type { ApiDeps } from "@kanban/api/context";
import { faultOf } from "@kanban/db-api/fault";
import { limits } from "@kanban/domain/limits";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import type { ScrapeAnswer } from "@kanban/metrics/answer-scrape";
import type { HttpBindings } from "@hono/node-server";
import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { type Context, Hono } from "hono";
import type { Logger } from "pino";
import type { Auth } from "../auth/create-auth.ts";
import { answerOrBusy } from "../auth/busy-database.ts";
import { demoSignInPath } from "../auth/demo-sign-in.ts";
import { addCaptureBoardRoutes } from "../capture/capture-board-routes.ts";
import { addCaptureTokenRoutes } from "../capture/capture-token-routes.ts";
import { addCaptureRoutes } from "../capture/capture-routes.ts";
import { addFileRoutes } from "../files/file-routes.ts";
import { addMailHookRoutes } from "../mail-hook/mail-hook-routes.ts";
import { addPairRoutes } from "../pairing/pair-routes.ts";
import type { Readiness } from "../readiness.ts";
import type { ResolveSession } from "../session.ts";
import { errorAnswer, retryAfterSeconds } from "./answers.ts";
import { clientAddress, clientAddressHeader, isFromThisMachine } from "./client-address.ts";
import { isCrossSite } from "./origins.ts";
import { readBody } from "./read-body.ts";
import { requestLog } from "./request-log.ts";
import { securityHeaders } from "./security-headers.ts";

export type AppOptions = {
  auth: Auth;
  resolveSession: ResolveSession;
  deps: ApiDeps;
  log: Logger;
  origins: readonly string[];
  /** Where better-auth believes to live; only the path of it matters. */
  appUrl: string;
  signUp: "open" | "closed";
  demoAccount: "off" | "loopback";
  proxyHops: number;
  readiness: () => Promise<Readiness>;
  /** Answers a monitor; not under `/api`, so that the web server never passes it on. */
  scrape: (authorization: string | undefined) => Promise<ScrapeAnswer>;
  /** Aborted when the server stops: ends the live streams. */
  stopping: AbortSignal;
  storage: FileStorage;
  fileLimits: FileLimits;
};

export type AppEnv = { Bindings: HttpBindings; Variables: { requestId: string; ownHeaders?: Record<string, string> } };

/** The auth library has more routes than the product uses; what is not listed does not exist. */
const authRoutes: Readonly<Record<string, "GET" | "POST">> = {
  "/sign-up/email": "POST",
  "/sign-in/email": "POST",
  "/sign-out": "POST",
  "/get-session": "GET",
  "/change-password": "POST",
  "/revoke-sessions": "POST",
  "/revoke-other-sessions": "POST",
};

/** Nothing people type into a sign-in form is larger. */
const authBodyBytes = 16 * 1024;

/** All HTTP of the API: health, identity, procedures and the live stream. */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const { resolveSession, deps, log, origins, demoAccount, readiness, scrape } = options;
  const app = new Hono<AppEnv>();

  app.use(securityHeaders);
  app.use(async (c, next) => {
    const given = c.req.header("x-request-id");
    // Of a proxy before us, so that one id runs through; anything that could garble a log is replaced.
    c.set("requestId", given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID());
    await next();
    c.res.headers.set("x-request-id", c.get("requestId"));
  });
  app.use(requestLog(log));
  app.onError((error, c) => {
    // The client went away: nobody hears the answer, and it is no defect.
    if (c.req.raw.signal.aborted) return errorAnswer(c, 400);
    if (error instanceof TRPCError || faultOf(error) !== "defect") {
      log.warn({ err: error, requestId: c.get("requestId"), path: c.req.path }, "database busy or away");
      return errorAnswer(c, 503);
    }
    log.error({ err: error, requestId: c.get("requestId"), path: c.req.path }, "defect outside the procedures");
    return errorAnswer(c, 500);
  });
  app.notFound((c) => errorAnswer(c, 404));

  app.get("/healthz", (c) => c.json({ status: "alive" }));
  app.get("/readyz", async (c) => {
    const { ready, checks } = await readiness();
    return c.json({ status: ready ? "ready" : "not ready", checks }, ready ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    const { status, headers, body } = await scrape(c.req.header("authorization"));
    return c.body(body, status, headers);
  });

  // Before the rule below: who comes with a token is no page of ours.
  addCaptureRoutes(app, options);
  addCaptureBoardRoutes(app, options);
  addCaptureTokenRoutes(app, options);
  addPairRoutes(app, options);
  addMailHookRoutes(app, options);
  app.use("/api/*", async (c, next) => (isCrossSite(origins, c.req.raw.headers) ? errorAnswer(c, 403) : next()));

  app.all("/api/auth/*", async (c) => {
    const path = c.req.path.slice("/api/auth".length);
    const method = Object.hasOwn(authRoutes, path) ? authRoutes[path] : undefined;
    if (!method) return errorAnswer(c, 404);
    if (c.req.method !== method) return errorAnswer(c, 405);
    if (path === "/sign-up/email" && options.signUp === "closed") return errorAnswer(c, 403, "Sign-up is closed");
    return forwardToAuth(c, options, path);
  });
  const isDemoOpenTo = (c: Context<AppEnv>) =>
    demoAccount === "loopback" &&
    isFromThisMachine({
      peer: peerOf(c),
      forwardedFor: c.req.header("x-forwarded-for"),
      hosts: [c.req.header("host"), c.req.header("x-forwarded-host")],
    });
  app.get("/api/demo", (c) => c.json({ available: isDemoOpenTo(c) }));
  app.post("/api/demo/sign-in", (c) => {
    // As if it did not exist: whoever is elsewhere has no business to know.
    return isDemoOpenTo(c) ? forwardToAuth(c, options, demoSignInPath) : errorAnswer(c, 404);
  });

  app.on(["GET", "POST"], "/api/trpc/*", async (c) => {
    const { raw } = c.req;
    let req = raw;
    if (raw.method === "POST") {
      if (!isJson(raw.headers)) return errorAnswer(c, 415);
      const body = await readBody(raw, limits.bodyBytes);
      if (body === "too-large") return tooLarge(c);
      req = new Request(raw.url, { method: "POST", headers: raw.headers, body, signal: raw.signal });
    } else {
      // A stream ends with its client or with the server, whichever is first.
      req = new Request(raw.url, { headers: raw.headers, signal: AbortSignal.any([raw.signal, options.stopping]) });
    }
    const answerBy = performance.now() + limits.answerMs;
    return fetchRequestHandler({
      endpoint: "/api/trpc",
      req,
      router: appRouter,
      maxBatchSize: limits.batchCalls,
      createContext: async ({ resHeaders }) => {
        const resolved = answerInTime(resolveSession(raw.headers, resHeaders), answerBy);
        const session = await resolved.catch((error: unknown) => {
          log.warn({ err: error, requestId: c.get("requestId") }, "a session could not be looked up");
          // Not "signed out": the client keeps its session and comes back.
          throw new TRPCError({ code: "SERVICE_UNAVAILABLE", message: "Busy, please try again" });
        });
        return { ...deps, session, answerBy };
      },
      responseMeta: ({ errors }) =>
        errors.some(({ code }) => code === "SERVICE_UNAVAILABLE")
          ? { headers: new Headers({ "retry-after": retryAfterSeconds }) }
          : {},
      onError: ({ error, path }) => {
        log.debug({ requestId: c.get("requestId"), path, code: error.code }, "procedure refused");
      },
    });
  });
  addFileRoutes(app, options);
  return app;
}

function peerOf(c: Context<AppEnv>): string {
  return c.env.incoming.socket.remoteAddress ?? "";
}

function isJson(headers: Headers): boolean {
  return /^application\/json\s*(;|$)/i.test(headers.get("content-type") ?? "");
}

function tooLarge(c: Context): Response {
  // What is still coming is not read, so the connection cannot be used again.
  c.header("connection", "close");
  return errorAnswer(c, 413);
}

async function forwardToAuth(
  c: Context<AppEnv>,
  { auth, appUrl, proxyHops }: AppOptions,
  path: string,
): Promise<Response> {
  const answer = async (request: Request) => {
    const answered = answerOrBusy(() => auth.handler(request));
    const response = await answerInTime(answered, performance.now() + limits.answerMs);
    return response === "busy" ? errorAnswer(c, 503) : response;
  };
  const { raw } = c.req;
  const headers = new Headers(raw.headers);
  headers.set(clientAddressHeader, clientAddress(peerOf(c), c.req.header("x-forwarded-for"), proxyHops));
  const url = new URL(`/api/auth${path}`, appUrl);
  if (raw.method === "GET") return answer(new Request(url, { headers }));
  const body = await readBody(raw, authBodyBytes);
  if (body === "too-large") return tooLarge(c);
  if (body !== "" && !isJson(raw.headers)) return errorAnswer(c, 415);
  if (body !== "" && !isJsonObject(body)) return errorAnswer(c, 400);
  // The announced length and encoding were those of the original body.
  for (const name of ["content-length", "transfer-encoding"]) headers.delete(name);
  headers.set("content-type", "application/json");
  return answer(new Request(url, { method: "POST", headers, body: body === "" ? "{}" : body }));
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
