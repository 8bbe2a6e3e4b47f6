// What a site may do to whoever asks it (case 42), over real sockets.
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import tls from "node:tls";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { openSocket } from "./open-socket.ts";
import type { RefusalReason } from "./refusal.ts";
import { createSafeFetch } from "./safe-fetch.ts";
import { pageCertificate } from "./testing/page-certificate.ts";
import { publicAddresses, startWebRig, type WebRig } from "./testing/web-rig.ts";

type Site = NonNullable<Parameters<typeof startWebRig>[0]>["site"] & {};
let rig: WebRig | undefined;
afterEach(async () => {
  await rig?.stop();
  rig = undefined;
});
const start = async (site: Site, options: Parameters<typeof startWebRig>[0] = {}) =>
  (rig = await startWebRig({ site, ...options }));

const text = { "content-type": "text/plain; charset=utf-8" };
const answering =
  (headers: Record<string, string | string[]>, body: string | Buffer = "x", status = 200): Site =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);
const raw =
  (words: string): Site =>
  (request) =>
    void request.socket.end(words);
/** Writes on and on, as fast as it is read, or a byte now and then. */
const endless =
  (head: string, chunk: Buffer, everyMs = 0): Site =>
  (request) => {
    const { socket } = request;
    socket.write(head);
    const write = (): void => {
      if (socket.destroyed) return;
      if (everyMs > 0) return void setTimeout(() => (socket.write(chunk), write()), everyMs).unref();
      if (socket.write(chunk)) return void setImmediate(write);
      socket.once("drain", write);
    };
    write();
  };
const zeros = Buffer.alloc(64 * 1024);
const bomb = Buffer.alloc(64 * 1024 * 1024);
const chunked = Buffer.concat([Buffer.from("10000\r\n"), zeros, Buffer.from("\r\n")]);

const quick = { limits: { totalMs: 400 } };
const hostile: { name: string; site: Site; reason: RefusalReason; options?: Parameters<typeof startWebRig>[0] }[] = [
  {
    name: "an endless body in chunks",
    site: endless("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n", chunked),
    reason: "too-large",
  },
  {
    name: "an endless body without a length",
    site: endless("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n", zeros),
    reason: "too-large",
  },
  {
    name: "ten gigabytes announced",
    site: endless("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 10737418240\r\n\r\n", zeros),
    reason: "too-large",
  },
  {
    name: "a body byte by byte",
    site: endless("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n", Buffer.from("x"), 20),
    reason: "timeout",
    options: quick,
  },
  {
    name: "headers byte by byte",
    site: endless("HTTP/1.1 200 OK\r\nx: ", Buffer.from("x"), 20),
    reason: "timeout",
    options: quick,
  },
  { name: "no answer at all", site: () => {}, reason: "timeout", options: quick },
  {
    name: "endless early hints",
    site: endless("", Buffer.from("HTTP/1.1 103 Early Hints\r\nx: y\r\n\r\n"), 5),
    reason: "timeout",
    options: quick,
  },
  {
    name: "endless headers",
    site: endless("HTTP/1.1 200 OK\r\n", Buffer.from("x: y\r\n".repeat(1_000))),
    reason: "headers",
  },
  { name: "one endless header", site: endless("HTTP/1.1 200 OK\r\nx: ", zeros.fill("y")), reason: "headers" },
  {
    name: "a gzip bomb",
    site: answering({ ...text, "content-encoding": "gzip" }, gzipSync(bomb)),
    reason: "too-large",
  },
  {
    name: "a deflate bomb",
    site: answering({ ...text, "content-encoding": "deflate" }, deflateSync(bomb)),
    reason: "too-large",
  },
  {
    name: "a brotli bomb",
    site: answering({ ...text, "content-encoding": "br" }, brotliCompressSync(bomb)),
    reason: "too-large",
  },
  {
    name: "a bomb in a bomb",
    site: answering({ ...text, "content-encoding": "gzip, gzip" }, gzipSync(gzipSync(bomb))),
    reason: "encoding",
  },
  {
    name: "two headers of encodings",
    site: answering({ ...text, "content-encoding": ["gzip", "br"] }, gzipSync("x")),
    reason: "encoding",
  },
  {
    name: "a thousand encodings",
    site: answering({ ...text, "content-encoding": Array.from({ length: 1_000 }, () => "gzip").join(",") }),
    reason: "encoding",
  },
  { name: "an unknown encoding", site: answering({ ...text, "content-encoding": "zstd" }), reason: "encoding" },
  { name: "packed rubbish", site: answering({ ...text, "content-encoding": "gzip" }, "no gzip"), reason: "encoding" },
  {
    name: "a packed body that breaks off",
    site: answering({ ...text, "content-encoding": "gzip" }, gzipSync(zeros).subarray(0, 40)),
    reason: "encoding",
  },
  {
    name: "a body that breaks off",
    site: raw("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 100\r\n\r\nhalf"),
    reason: "connection",
  },
  { name: "another protocol", site: raw("SSH-2.0-OpenSSH_9.9\r\n"), reason: "connection" },
  {
    name: "an upgrade nobody asked for",
    site: raw("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n"),
    reason: "connection",
  },
  {
    name: "two lengths",
    site: raw("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 1\r\ncontent-length: 9\r\n\r\nx"),
    reason: "connection",
  },
  { name: "204", site: answering(text, "", 204), reason: "status" },
  { name: "304 nobody asked for", site: answering(text, "", 304), reason: "status" },
  { name: "206", site: answering(text, "x", 206), reason: "status" },
  { name: "a redirect to nowhere", site: answering(text, "", 302), reason: "status" },
  { name: "404", site: answering(text, "x", 404), reason: "status" },
  { name: "an image", site: answering({ "content-type": "image/svg+xml" }), reason: "content-type" },
  { name: "a script", site: answering({ "content-type": "text/javascript" }), reason: "content-type" },
  { name: "no type", site: answering({}), reason: "content-type" },
  {
    name: "a type that is none",
    site: answering({ "content-type": "text/html, text/html; x" }),
    reason: "content-type",
  },
];

describe("42 hostile answers", () => {
  test.each(hostile)("$name", async ({ site, reason, options = {} }) => {
    const { fetch } = await start(site, options);
    const before = process.memoryUsage().rss;
    expect(await fetch("http://page.example/")).toMatchObject({ kind: "refused", reason });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test("a lookup that never ends", async () => {
    const { fetchWith } = await start(answering(text));
    const fetch = fetchWith({ resolve: () => new Promise(() => {}) }, { limits: { totalMs: 200 } });
    expect(await fetch("http://page.example/")).toMatchObject({ reason: "timeout", isTemporary: true });
  });

  test("there are as many as the model of threats asks for", () => {
    expect(hostile.length).toBeGreaterThanOrEqual(30);
  });
});

describe("honest answers", () => {
  test.each([
    ["as it is", "identity", (words: string) => Buffer.from(words)],
    ["gzip", "gzip", gzipSync],
    ["deflate", "deflate", deflateSync],
    ["brotli", "br", brotliCompressSync],
  ] as const)("a body packed %s is unpacked", async (_name, encoding, pack) => {
    const { fetch } = await start(answering({ ...text, "content-encoding": encoding }, pack("hello")));
    const page = await fetch("http://page.example/");
    expect(page).toMatchObject({ kind: "page", mediaType: { type: "text/plain", charset: "utf-8" } });
    expect(page.kind === "page" && page.bytes.toString()).toBe("hello");
  });

  test("validators are heard, sent again to the same address, and an unchanged page says so", async () => {
    const { fetch, requests } = await start((request, response) => {
      const isKnown = request.headers["if-none-match"] === '"1"';
      response.writeHead(isKnown ? 304 : 200, { ...text, etag: '"1"', "cache-control": "max-age=60" }).end();
    });
    const page = await fetch("http://page.example/");
    expect(page).toMatchObject({ validators: { url: "http://page.example/", etag: '"1"' }, freshForMs: 60_000 });
    const { validators } = page as Extract<typeof page, { kind: "page" }>;
    expect(await fetch("http://page.example/", { validators })).toEqual({ kind: "unchanged", freshForMs: 60_000 });
    await fetch("http://page.example/other", { validators });
    expect(requests.at(-1)?.headers["if-none-match"]).toBeUndefined();
  });

  test("a busy site may be asked again, a page that is gone may not", async () => {
    const { fetch } = await start(
      (request, response) => void response.writeHead(Number(request.url?.slice(1)), text).end(),
    );
    for (const [status, isTemporary] of [
      [503, true],
      [429, true],
      [404, false],
      [410, false],
    ] as const)
      expect(await fetch(`http://page.example/${status}`)).toMatchObject({ reason: "status", isTemporary });
  });
});

describe("robots.txt", () => {
  const rules = (words: string, status = 200): Site => answering({ "content-type": "text/plain" }, words, status);

  test("what it forbids is not fetched; it is asked once for each site", async () => {
    const { fetch, requests } = await start(answering(text), { robots: rules("User-agent: *\nDisallow: /private") });
    expect(await fetch("http://page.example/private/1")).toMatchObject({ reason: "robots", isTemporary: false });
    expect(await fetch("http://page.example/open")).toMatchObject({ kind: "page" });
    expect(requests.map(({ url }) => url)).toEqual(["/robots.txt", "/open"]);
    await fetch("https://other.example/");
    expect(requests.filter(({ url }) => url === "/robots.txt").length).toBeLessThanOrEqual(2);
  });

  test("what it says of us by name goes before what it says to all", async () => {
    const { fetch } = await start(answering(text), {
      robots: rules("User-agent: *\nDisallow: /\n\nUser-agent: PersonalKanban\nAllow: /"),
    });
    expect(await fetch("http://page.example/")).toMatchObject({ kind: "page" });
  });

  test("a redirect leads to a site with rules of its own", async () => {
    const { fetch } = await start(
      (request, response) => void response.writeHead(302, { location: `http://b.example${request.url}` }).end(),
      {
        robots: (request, response) =>
          void response.end(request.headers.host === "b.example" ? "User-agent: *\nDisallow: /" : ""),
      },
    );
    expect(await fetch("http://a.example/")).toMatchObject({ reason: "robots" });
  });

  test("rules that cannot be read now forbid for now", async () => {
    const { fetch } = await start(answering(text), { robots: rules("", 503) });
    expect(await fetch("http://page.example/")).toMatchObject({ reason: "robots", isTemporary: true });
  });

  test("rules without end are read in part, and odd ones cost no time", async () => {
    const hostileRules = `User-agent: *\nDisallow: /${"*a".repeat(40_000)}\n${"Disallow: /*x*y*z$\n".repeat(20_000)}`;
    const { fetch } = await start(answering(text), { robots: rules(hostileRules) });
    const startedAt = performance.now();
    expect(await fetch(`http://page.example/${"a".repeat(1_900)}`)).toMatchObject({ kind: "page" });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});

describe("TLS", () => {
  const startTls = async () => {
    const server = createTlsServer(pageCertificate, (request, response) =>
      response.writeHead(request.url === "/robots.txt" ? 404 : 200, text).end("hello"),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const fetch = createSafeFetch(
      {},
      {
        resolve: async () => [publicAddresses[0]!],
        openSocket: (order) => openSocket({ ...order, address: "127.0.0.1", port }),
      },
    );
    return { fetch, stop: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())) };
  };

  test("the certificate must be the name's, although the connection is made to an address", async () => {
    const trusted = tls.getCACertificates();
    const { fetch, stop } = await startTls();
    try {
      expect(await fetch("https://page.example/")).toMatchObject({ reason: "connection", isTemporary: false });
      tls.setDefaultCACertificates([...trusted, pageCertificate.cert]);
      expect(await fetch("https://page.example/")).toMatchObject({ kind: "page" });
      expect(await fetch("https://other.example/")).toMatchObject({ reason: "connection", isTemporary: false });
    } finally {
      tls.setDefaultCACertificates(trusted);
      await stop();
    }
  });
});

test("a socket is opened to an address and never to a name", async () => {
  const order = { address: "localhost", port: 80, certifiedName: null, signal: AbortSignal.timeout(1_000) };
  await expect(openSocket(order)).rejects.toThrow("addresses only");
});
