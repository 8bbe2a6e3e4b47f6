import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ScrapeAnswer } from "@kanban/metrics/answer-scrape";
import type { Readiness } from "./readiness.ts";

export type HealthServer = { port: number; stop: () => Promise<void> };

/**
 * Answers `/healthz` (the process runs), `/readyz` (it can do its work, else 503) and `/metrics`; nothing else.
 * @throws when the address cannot be taken.
 */
export async function startHealthServer({
  port,
  host,
  readiness,
  scrape,
}: {
  port: number;
  host: string;
  readiness: () => Promise<Readiness>;
  scrape: (authorization: string | undefined) => Promise<ScrapeAnswer>;
}): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown) =>
      response
        .writeHead(status, { "content-type": "application/json", "cache-control": "no-store" })
        .end(JSON.stringify(body));
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, { error: "GET only" });
    if (request.url === "/healthz") return answer(200, { status: "ok" });
    if (request.url === "/metrics") {
      return void scrape(request.headers.authorization).then(
        ({ status, headers, body }) => response.writeHead(status, headers).end(body),
        () => answer(500, { error: "failed" }),
      );
    }
    if (request.url !== "/readyz") return answer(404, { error: "not found" });
    void readiness().then(
      (state) => answer(state.ready ? 200 : 503, state),
      () => answer(503, { ready: false }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
