import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { AllowList } from "../allow-list.ts";
import { openSocket as openRealSocket, type OpenSocket } from "../open-socket.ts";
import { createSafeFetch, type FetchLimits, type FetchParts, type SafeFetch } from "../safe-fetch.ts";

/** What names mean, lookup by lookup; the last answer stays. */
export type Names = Record<string, string | string[] | string[][]>;

/**
 * Two servers on loopback: the public web, and the secret one that no fetch may reach. A socket asked for at one of the
 * public addresses below is connected to the first, at any other to the second: so what the guard lets through is counted
 * where it arrives, whatever address it was. Sockets, bytes and HTTP are real.
 */
export type WebRig = {
  fetch: SafeFetch;
  /** A guard with faults planted in it, on the same web. */
  fetchWith: (parts: Partial<FetchParts>, options?: Parameters<typeof createSafeFetch>[0]) => SafeFetch;
  openSocket: OpenSocket;
  /** Connections the secret server has seen. */
  secretHits: () => number;
  requests: IncomingMessage[];
  lookups: string[];
  /** Addresses sockets were asked for. */
  dialled: string[];
  stop: () => Promise<void>;
};

export const publicAddresses = [
  "93.184.216.34",
  "2606:2800:220:1:248:1893:25c8:1946",
  "2002:5db8:d822::1",
  "64:ff9b::5db8:d822",
];

export async function startWebRig({
  site = (_request, response) => void response.writeHead(200, { "content-type": "text/plain" }).end("hello"),
  robots = (_request, response) => void response.writeHead(404).end(),
  names = {},
  allow = [],
  limits = {},
}: {
  site?: RequestListener;
  robots?: RequestListener;
  names?: Names;
  allow?: AllowList;
  limits?: Partial<FetchLimits>;
} = {}): Promise<WebRig> {
  const requests: IncomingMessage[] = [];
  const lookups: string[] = [];
  const dialled: string[] = [];
  let hits = 0;
  const open = await listen(
    createServer((request, response) => {
      requests.push(request);
      return request.url === "/robots.txt" ? robots(request, response) : site(request, response);
    }),
  );
  const secret = await listen(createServer((_request, response) => void response.end("secret")));
  secret.server.on("connection", () => (hits += 1));

  const openSocket: OpenSocket = (order) => {
    dialled.push(order.address);
    const port = publicAddresses.includes(order.address) ? open.port : secret.port;
    return openRealSocket({ ...order, address: "127.0.0.1", port });
  };
  const resolve = async (hostname: string) => {
    lookups.push(hostname);
    const answer = names[hostname] ?? publicAddresses[0]!;
    if (typeof answer === "string") return [answer];
    if (answer.every((each) => typeof each === "string")) return answer;
    const count = lookups.filter((name) => name === hostname).length;
    return answer[Math.min(count, answer.length) - 1] as string[];
  };
  const fetchWith: WebRig["fetchWith"] = (parts, options) =>
    createSafeFetch(
      { allow, ...options, limits: { totalMs: 5_000, ...limits, ...options?.limits } },
      { resolve, openSocket, ...parts },
    );
  return {
    ...{ fetch: fetchWith({}), fetchWith, openSocket, requests, lookups, dialled, secretHits: () => hits },
    stop: async () => {
      await Promise.all([open.stop(), secret.stop()]);
    },
  };
}

async function listen(server: Server): Promise<{ server: Server; port: number; stop: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    server,
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
