import type { Readable } from "node:stream";
import { type buildConnector, Client, errors } from "undici";
import type { Target } from "./judge-url.ts";
import type { OpenSocket } from "./open-socket.ts";
import { Refusal } from "./refusal.ts";

export type HopResponse = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Readable;
};

/** Bytes of all headers of a response together. */
const headerBytes = 16 * 1024;

/** For one address; a site has others that may do. */
const connectMs = 4_000;

/**
 * Asks one target for one thing, over a connection of its own to one of its checked addresses, and hands the response to
 * `read`. Redirects are answers like others here; nothing is kept of the connection, and no cookie was ever there.
 * @throws Refusal
 */
export async function fetchHop<Result>(
  { url, hostname, port, isTls }: Target,
  {
    addresses,
    headers,
    openSocket,
    signal,
    read,
  }: {
    addresses: readonly string[];
    headers: Record<string, string>;
    openSocket: OpenSocket;
    signal: AbortSignal;
    read: (response: HopResponse) => Promise<Result>;
  },
): Promise<Result> {
  const certifiedName = isTls ? hostname : null;
  const connect = async (callback: buildConnector.Callback) => {
    try {
      const socket = await openFirst(addresses, (address) => {
        const soon = AbortSignal.any([signal, AbortSignal.timeout(connectMs)]);
        return openSocket({ address, port, certifiedName, signal: soon });
      });
      callback(null, socket);
    } catch (error) {
      callback(error as Error, null);
    }
  };
  const client = new Client(url.origin, {
    allowH2: false,
    // One request, one connection.
    pipelining: 0,
    maxHeaderSize: headerBytes,
    // The deadline of the whole fetch is shorter, and covers what these would not.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (_options, callback) => void connect(callback),
  });
  try {
    const {
      statusCode,
      headers: answered,
      body,
    } = await client.request({
      method: "GET",
      path: url.pathname + url.search,
      headers,
      signal,
    });
    body.on("error", () => {});
    return await read({ status: statusCode, headers: answered, body });
  } catch (error) {
    throw asRefusal(error, signal);
  } finally {
    await client.destroy().catch(() => {});
  }
}

/** The first address that takes a connection. */
async function openFirst<Socket>(addresses: readonly string[], open: (address: string) => Promise<Socket>) {
  let lastError: unknown = new Error("No address");
  for (const address of addresses.slice(0, 3)) {
    try {
      return await open(address);
    } catch (error) {
      lastError = error;
    }
  }
  throw lastError;
}

function asRefusal(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof Refusal) return error;
  if (signal.aborted) return new Refusal("timeout", "The site took too long", { isTemporary: true });
  if (error instanceof errors.HeadersOverflowError) return new Refusal("headers", "The site's headers are too large");
  if (error instanceof errors.UndiciError && !(error instanceof errors.SocketError))
    return new Refusal("connection", "The site does not speak HTTP as it should");
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const isTemporary = !/^(ERR_TLS|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO)/.test(code);
  return new Refusal("connection", `The site cannot be reached (${code || "no connection"})`, { isTemporary });
}
