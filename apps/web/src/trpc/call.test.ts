import { afterEach, expect, test, vi } from "vitest";
import { addressOf, call } from "./call.ts";
import { apiClient } from "./client.ts";
import { apiOptions } from "./query-options.ts";

afterEach(() => vi.unstubAllGlobals());

function answerWith(body: unknown, status = 200) {
  const asked = vi.fn<typeof fetch>(async () => Response.json(body, { status }));
  vi.stubGlobal("fetch", asked);
  return asked;
}

test("a read is a GET with its input in the address, a change a POST with it in the body", async () => {
  const asked = answerWith({ result: { data: 7 } });
  expect(await apiClient.board.delta.query({ boardId: "b" as never, since: 3 })).toBe(7);
  expect(asked).toHaveBeenLastCalledWith("/api/trpc/board.delta?input=%7B%22boardId%22%3A%22b%22%2C%22since%22%3A3%7D");
  expect(await call("mutation", "task.move", { taskId: "t" })).toBe(7);
  expect(asked.mock.lastCall).toMatchObject(["/api/trpc/task.move", { method: "POST", body: '{"taskId":"t"}' }]);
  expect(addressOf("board.list", undefined)).toBe("/api/trpc/board.list");
});

test("what the API tells of a failure is kept, and so is the answer of somebody in between", async () => {
  const data = { httpStatus: 409, refusal: { code: "LAST_COLUMN", details: {} } };
  answerWith({ error: { message: "No", code: -32_009, data } }, 409);
  await expect(call("query", "board.list", undefined)).rejects.toMatchObject({ message: "No", data });
  vi.stubGlobal("fetch", async () => new Response("<html>", { status: 502 }));
  await expect(call("query", "board.list", undefined)).rejects.toMatchObject({ response: { status: 502 } });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(call("query", "board.list", undefined)).rejects.toMatchObject({ response: null });
});

test("a query's key names the procedure and its input", () => {
  expect(apiOptions.board.list.queryKey()).toEqual([["board", "list"], { type: "query" }]);
  const input = { boardId: "b" as never, taskId: "t" as never };
  expect(apiOptions.task.get.queryOptions(input).queryKey).toEqual([["task", "get"], { input, type: "query" }]);
});
