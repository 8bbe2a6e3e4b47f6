import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { capturePaths } from "../capture/capture-paths.ts";
import type { AppEnv } from "./create-app.ts";

export type HttpServer = {
  port: number;
  /** Takes no new requests, waits for running ones at most `drainMs`, then cuts what is left. */
  stop(drainMs: number): Promise<void>;
};

const requestMs = 30_000;
/** A large file over a slow line; silence is noticed much sooner. */
const uploadMs = 30 * 60_000;

/**
 * Serves the app. Clients that are slow to send are cut off: headers after 10 s, whole requests after 30 s, uploads when
 * they fall silent.
 */
export async function listen(app: Hono<AppEnv>, { host, port }: { host: string; port: number }): Promise<HttpServer> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: 10_000,
      requestTimeout: uploadMs,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
    },
  }) as Server;
  const answering = new Set<ServerResponse>();
  let isStopping = false;
  server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
    if (!bringsFiles(request)) cutWhenSlow(request, response);
    answering.add(response);
    if (isStopping) response.shouldKeepAlive = false;
    response.once("close", () => {
      answering.delete(response);
      // A stream promised to keep its connection long ago.
      if (isStopping) setImmediate(() => server.closeIdleConnections());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async (drainMs) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      isStopping = true;
      // A connection that lived on would bring the next request, and the next, until the cut meets one in the middle.
      for (const response of answering) response.shouldKeepAlive = false;
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

function bringsFiles({ url = "", headers }: IncomingMessage): boolean {
  if (url.startsWith("/api/attachments/")) return true;
  return capturePaths.includes(url) && (headers["content-type"]?.startsWith("multipart/") ?? false);
}

function cutWhenSlow(request: IncomingMessage, response: ServerResponse): void {
  const cut = setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, requestMs);
  cut.unref();
  response.once("close", () => clearTimeout(cut));
}
