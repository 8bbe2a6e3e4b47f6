import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test as base, vi } from "vitest";
import { forwardToApi } from "./forward-to-api.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type Api = { answers: (answer: Answer) => void; seen: () => Promise<IncomingMessage> };

const test = base.extend<{ api: Api }>({
  api: async ({}, use) => {
    let answer: Answer = (_, response) => response.end();
    const seen = Promise.withResolvers<IncomingMessage>();
    const server: Server = createServer((request, response) => {
      seen.resolve(request);
      answer(request, response);
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    vi.stubEnv("API_ORIGIN", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await use({ answers: (next) => (answer = next), seen: () => seen.promise });
    server.closeAllConnections();
    server.close();
    vi.unstubAllEnvs();
  },
});

const path = "http://localhost:3000/api/attachments/b/t/a?x=1";
const post = (body: ReadableStream | string, headers: Record<string, string> = {}) =>
  new Request(path, { ...{ method: "POST", body, duplex: "half" }, headers });

test("method, path, headers and body reach the API, and its answer comes back whole", async ({ api }) => {
  api.answers((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(206, { "content-range": "bytes 0-1/9", etag: '"e"', "content-security-policy": "sandbox" });
      response.end("ok");
    });
  });
  const answer = await forwardToApi(post("hello", { cookie: "s=1", "x-file-name": "a.png", origin: "http://o" }));
  const { method, url, headers } = await api.seen();
  expect([method, url]).toEqual(["POST", "/api/attachments/b/t/a?x=1"]);
  expect(headers).toMatchObject({ cookie: "s=1", "x-file-name": "a.png", origin: "http://o" });
  expect([answer.status, await answer.text()]).toEqual([206, "ok"]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-range": "bytes 0-1/9",
    etag: '"e"',
    "content-security-policy": "sandbox",
  });
});

test("a body goes on as fast as the API takes it, and is never kept", async ({ api }) => {
  // It reads nothing: what is pulled from the sender now lies in buffers in between.
  api.answers(() => {});
  const total = 64 * 1024 * 1024;
  let pulled = 0;
  const large = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      await new Promise<void>((resolve) => setImmediate(resolve));
      pulled += 65_536;
      controller.enqueue(new Uint8Array(65_536));
      if (pulled >= total) controller.close();
    },
  });
  const sender = new AbortController();
  const body = { method: "POST", body: large, duplex: "half" };
  const answered = forwardToApi(new Request(path, { ...body, signal: sender.signal }));
  await api.seen();
  let before = -1;
  const untilStill = () => {
    const isStill = pulled === before;
    before = pulled;
    expect(isStill).toBe(true);
  };
  await vi.waitFor(untilStill, { interval: 100, timeout: 5_000 });
  expect(pulled).toBeLessThan(total / 4);
  sender.abort();
  expect((await answered).status).toBe(499);
});

test("without an API it says that it is busy", async () => {
  vi.stubEnv("API_ORIGIN", "http://127.0.0.1:9");
  const answer = await forwardToApi(new Request(path));
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
  vi.unstubAllEnvs();
});
