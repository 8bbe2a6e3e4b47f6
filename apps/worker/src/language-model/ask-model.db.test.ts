import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { workerDbTest } from "@kanban/testing/database-tests";
import { expect } from "vitest";
import { z } from "zod";
import { type AskModel, modelAsker } from "./ask-model.ts";
import { createCircuitBreaker } from "./circuit-breaker.ts";
import { readTokens } from "./model-usage.repository.ts";
import { postChat } from "./post-chat.ts";
import { recordedChat } from "./recorded-chat.ts";

type Said = { status?: number; content?: string; headers?: Record<string, string>; hang?: true };

/** A server that says what it is told, one thing after the other; the last stays. */
async function startModel(...answers: Said[]) {
  const asked: { body: unknown; authorization: string | undefined }[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const authorization = request.headers.authorization;
    asked.push({ body: JSON.parse(Buffer.concat(parts).toString("utf8")), authorization });
    const {
      status = 200,
      content = "",
      headers = {},
      hang,
    } = answers[Math.min(asked.length, answers.length) - 1] ?? {};
    if (hang) return;
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ choices: [{ message: { content } }], usage: { total_tokens: 100 } }));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/v1`, asked, stop };
}

const schema = z.strictObject({ title: z.string() });
const good = JSON.stringify({ title: "Call the roofer" });
const settings = { name: "small", tokensPerDay: 1_000, concurrency: 1 };

const ask = (asker: AskModel, countTokens: (tokens: number) => void = () => {}) =>
  asker({ name: "q", schema, system: "s", user: "u", signal: new AbortController().signal, countTokens });

workerDbTest(
  "an answer by the schema is taken, one that is not is asked for once more and then dropped",
  async ({ workerDatabase: { pool }, clock }) => {
    const model = await startModel(
      { content: "Sure! Here it is" },
      { content: `\`\`\`json\n${good}\n\`\`\`` },
      { content: '{"title":7}' },
    );
    const chat = postChat({ url: model.url, key: "k", timeoutMs: 2_000 });
    const asker = modelAsker({ settings, chat, breaker: createCircuitBreaker(), pool, now: clock.now });
    let tokens = 0;
    expect(await ask(asker, (more) => (tokens += more))).toEqual({ answer: { title: "Call the roofer" } });
    expect(model.asked[0]).toMatchObject({
      authorization: "Bearer k",
      body: { model: "small", temperature: 0, response_format: { type: "json_schema" } },
    });
    expect(await ask(asker, (more) => (tokens += more))).toEqual({ answer: null, reason: "unreadable" });
    expect([model.asked.length, tokens, await readTokens(pool, "2026-03-02")]).toEqual([4, 400, 400]);
    await model.stop();
  },
);

workerDbTest("the day's budget holds, and is new the next day", async ({ workerDatabase: { pool }, clock }) => {
  const model = await startModel({ content: good });
  const chat = postChat({ url: model.url, key: null, timeoutMs: 2_000 });
  const asker = modelAsker({
    ...{ settings: { ...settings, tokensPerDay: 200 }, chat, breaker: createCircuitBreaker() },
    ...{ pool, now: clock.now },
  });
  for (let n = 0; n < 2; n++) expect(await ask(asker)).toMatchObject({ answer: {} });
  expect(await ask(asker)).toEqual({ answer: null, reason: "budget" });
  clock.advance({ days: 1 });
  expect(await ask(asker)).toMatchObject({ answer: {} });
  expect(model.asked.length).toBe(3);
  await model.stop();
});

workerDbTest(
  "a model that is down, slow or sends us on is left alone for a while",
  async ({ workerDatabase: { pool }, clock }) => {
    const model = await startModel(
      { status: 500 },
      { hang: true },
      { status: 302, headers: { location: "http://169.254.169.254/latest/meta-data" } },
      { content: good },
    );
    const chat = postChat({ url: model.url, key: null, timeoutMs: 300 });
    const asker = modelAsker({ settings, chat, breaker: createCircuitBreaker(), pool, now: clock.now });
    for (let n = 0; n < 5; n++) expect(await ask(asker)).toEqual({ answer: null, reason: "fault" });
    expect(model.asked.length).toBe(3);
    clock.advance({ minutes: 1 });
    expect(await ask(asker)).toMatchObject({ answer: { title: "Call the roofer" } });
    await model.stop();
  },
);

workerDbTest(
  "an answer that was recorded is given again without asking",
  async ({ workerDatabase: { pool }, clock }) => {
    const folder = await mkdtemp(path.join(tmpdir(), "kanban-recordings-"));
    const model = await startModel({ content: good });
    const chat = recordedChat(folder, postChat({ url: model.url, key: "secret", timeoutMs: 2_000 }));
    const asker = modelAsker({ settings, chat, breaker: createCircuitBreaker(), pool, now: clock.now });
    expect([await ask(asker), await ask(asker)]).toEqual([
      { answer: { title: "Call the roofer" } },
      { answer: { title: "Call the roofer" } },
    ]);
    expect([model.asked.length, (await readdir(folder)).length]).toEqual([1, 1]);
    await model.stop();
    await rm(folder, { recursive: true });
  },
);
