import http from "node:http";
import { Hono } from "hono";
import { afterEach, expect, test } from "vitest";
import type { AppEnv } from "./create-app.ts";
import { listen } from "./listen.ts";

/** A client that keeps its connections, as browsers and proxies do. */
const agent = new http.Agent({ keepAlive: true });
afterEach(() => agent.destroy());

/** Longer than a test may take: a server that waits for it has not noticed that nothing is under way. */
const drainMs = 60_000;

function ask(port: number): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    http.get({ port, host: "127.0.0.1", agent }, resolve).once("error", reject);
  });
}

async function read(message: http.IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of message) text += String(chunk);
  return text;
}

test("a server that stops answers what is under way, and its connection takes nothing more", async () => {
  const begun = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  const app = new Hono<AppEnv>().get("/", async (c) => {
    begun.resolve();
    return c.text(await answer.promise);
  });
  const server = await listen(app, { host: "127.0.0.1", port: 0 });
  const asked = ask(server.port);
  await begun.promise;
  const stopped = server.stop(drainMs);
  answer.resolve("done");
  const message = await asked;
  expect([await read(message), message.headers.connection]).toEqual(["done", "close"]);
  await stopped;
  await expect(ask(server.port)).rejects.toThrow("ECONNREFUSED");
});

test("a stream that ends while the server stops does not hold it by its open connection", async () => {
  const stream = new TransformStream<Uint8Array, Uint8Array>();
  const app = new Hono<AppEnv>().get("/", () => new Response(stream.readable));
  const server = await listen(app, { host: "127.0.0.1", port: 0 });
  const writer = stream.writable.getWriter();
  void writer.write(new TextEncoder().encode("first "));
  const message = await ask(server.port);
  expect(message.headers.connection).toBe("keep-alive");
  const stopped = server.stop(drainMs);
  await writer.write(new TextEncoder().encode("last"));
  await writer.close();
  expect(await read(message)).toBe("first last");
  await stopped;
});
