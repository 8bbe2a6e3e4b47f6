import { expect, test } from "vitest";
import { answer } from "./answer.ts";

const request = (method: string, params: unknown = {}) => JSON.stringify({ jsonrpc: "2.0", id: 7, method, params });

test("a result is sent back under the id of its request", async () => {
  const engine = { applyMigrations: async (params: unknown) => ({ echoed: params }) };
  expect(await answer(engine, request("applyMigrations", { a: 1 }))).toEqual([
    { jsonrpc: "2.0", id: 7, result: { echoed: { a: 1 } } },
  ]);
});

test("a method without a result answers null, for the caller waits for the member", async () => {
  expect(await answer({ reset: async () => undefined }, request("reset"))).toEqual([
    { jsonrpc: "2.0", id: 7, result: null },
  ]);
});

test("the text of a difference is printed before the reply", async () => {
  const engine = { diff: async () => ({ exitCode: 2, stdout: "ALTER TABLE" }) };
  expect(await answer(engine, request("diff"))).toMatchObject([
    { method: "print", params: { content: "ALTER TABLE" } },
    { id: 7, result: { exitCode: 2 } },
  ]);
});

test("a failure keeps its Prisma code", async () => {
  const fail = async () => {
    throw Object.assign(new Error("broken"), { code: "P3006", meta: { name: "init" } });
  };
  expect(await answer({ applyMigrations: fail }, request("applyMigrations"))).toMatchObject([
    { id: 7, error: { data: { message: "broken", error_code: "P3006", meta: { name: "init" }, is_panic: false } } },
  ]);
});

test("a method the engine does not have is refused by name", async () => {
  expect(await answer({}, request("frobnicate"))).toMatchObject([
    { error: { message: expect.stringContaining("frobnicate") } },
  ]);
});

test("the acknowledgement of a print request needs no answer", async () => {
  expect(await answer({}, JSON.stringify({ jsonrpc: "2.0", id: "print", result: {} }))).toEqual([]);
});
