import { randomUUID } from "node:crypto";
import { ApiClient } from "./fixtures/api-client.ts";
import { address, apiAddress } from "./application/addresses.ts";
import { expect, test } from "./fixtures/test.ts";

/** Longer than any body the product sends. */
const oneMegabyte = "x".repeat(1_048_576);

test("an unknown board and somebody else's board get the same answer", async ({ board }) => {
  const stranger = await ApiClient.signUp({ name: "Otto Other" });
  const [taskId] = await board.addTasks("inbox", "private");
  const unknown: Record<"boardId" | "taskId", string> = { boardId: randomUUID(), taskId: randomUUID() };
  const foreign = { boardId: board.id, taskId };
  const columnId = await board.columnId("next");
  const calls = [
    ["query", "board.snapshot", ({ boardId }: typeof unknown) => ({ boardId })],
    ["query", "board.delta", ({ boardId }: typeof unknown) => ({ boardId, since: 0 })],
    ["query", "task.get", (ids: typeof unknown) => ids],
    ["mutation", "task.update", (ids: typeof unknown) => ({ ...ids, title: "mine now", mutationId: randomUUID() })],
    ["mutation", "task.move", (ids: typeof unknown) => ({ ...ids, toColumnId: columnId, mutationId: randomUUID() })],
    ["mutation", "task.remove", (ids: typeof unknown) => ({ ...ids, mutationId: randomUUID() })],
    [
      "mutation",
      "board.update",
      ({ boardId }: typeof unknown) => ({ boardId, name: "mine", mutationId: randomUUID() }),
    ],
  ] as const;
  for (const [kind, procedure, inputOf] of calls) {
    const answers = [];
    for (const ids of [unknown, { boardId: foreign.boardId, taskId: foreign.taskId ?? "" }]) {
      const { status, error } = await stranger.call(kind, procedure, inputOf(ids));
      answers.push({ status, message: error?.message, code: error?.data?.refusal?.code });
    }
    expect(answers[0], procedure).toMatchObject({ status: 404 });
    expect(answers[1], procedure).toEqual(answers[0]);
  }
  expect(await board.titlesIn("inbox")).toEqual(["private"]);
});

test("what cannot be an input is refused with 400, and nothing is written", async ({ board, client }) => {
  const columnId = await board.columnId("inbox");
  const { seq } = await board.snapshot();
  const good = { boardId: board.id, columnId, title: "fine", mutationId: randomUUID() };
  const bad: Record<string, unknown> = {
    "a title over 500 characters": { ...good, title: "x".repeat(501) },
    "an empty title": { ...good, title: "   " },
    "a NUL byte": { ...good, title: "a\0b" },
    "half of a surrogate pair": { ...good, title: "a\ud800b" },
    "an unknown priority": { ...good, priority: "urgent" },
    "an unknown key": { ...good, isAdmin: true },
    "no mutation id": { boardId: board.id, columnId, title: "fine" },
    "an id that is none": { ...good, columnId: "1 OR 1=1" },
    "a number for a title": { ...good, title: 42 },
    "an object for an id": { ...good, boardId: { equals: board.id } },
    "a date beyond the calendar": { ...good, dueAt: "9999-99-99" },
    "a list": [good],
    nothing: null,
    "a text": "task.create",
  };
  for (const [name, input] of Object.entries(bad)) {
    const { status } = await client.call("mutation", "task.create", input);
    expect(status, name).toBe(400);
  }
  const after = await board.snapshot();
  expect(after.seq).toBe(seq);
  expect(after.tasks).toEqual([]);
});

test("prototype keys are refused or ignored, and poison nothing", async ({ board, client }) => {
  const columnId = await board.columnId("inbox");
  const raw = `{"boardId":"${board.id}","columnId":"${columnId}","title":"fine","mutationId":"${randomUUID()}","__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}`;
  const answer = await fetch(`${apiAddress}/api/trpc/task.create`, {
    method: "POST",
    headers: { cookie: client.person.cookie, "content-type": "application/json" },
    body: raw,
  });
  expect(answer.status).toBe(400);
  expect((await board.snapshot()).tasks).toEqual([]);
});

test("bodies that are too large are refused with 413 on every path", async ({ client }) => {
  for (const path of ["/api/trpc/task.create", "/api/auth/sign-in/email"]) {
    for (const origin of [apiAddress, address]) {
      const answer = await fetch(origin + path, {
        method: "POST",
        headers: { cookie: client.person.cookie, "content-type": "application/json" },
        body: JSON.stringify({ title: oneMegabyte }),
      });
      expect(answer.status, origin + path).toBe(413);
    }
  }
});

test("malformed requests are the client's fault, never a 500", async ({ client }) => {
  const headers = { cookie: client.person.cookie, "content-type": "application/json" };
  const requests: [string, RequestInit, number[]][] = [
    ["/api/trpc/task.create", { method: "POST", headers, body: "{" }, [400]],
    [
      "/api/trpc/task.create",
      { method: "POST", headers: { ...headers, "content-type": "text/plain" }, body: "{}" },
      [415],
    ],
    ["/api/trpc/no.such", { method: "POST", headers, body: "{}" }, [404]],
    ["/api/trpc/__proto__", { method: "POST", headers, body: "{}" }, [404]],
    ["/api/trpc/constructor.name", { method: "POST", headers, body: "{}" }, [404]],
    ["/api/trpc/board.snapshot?input=%7B", { headers }, [400]],
    ["/api/trpc/board.snapshot?input=%00", { headers }, [400]],
    ["/api/auth/list-sessions", { headers }, [404]],
    ["/api/nothing", { headers }, [404]],
    [`/api/trpc/board.snapshot?batch=1&input=${"%7B%7D".repeat(10)}`, { headers }, [400]],
    ["/api/trpc/task.create", { method: "DELETE", headers }, [404, 405]],
  ];
  for (const [path, init, expected] of requests) {
    const { status } = await fetch(apiAddress + path, init);
    expect(expected, `${init.method ?? "GET"} ${path} answered ${status}`).toContain(status);
  }
});

test("another site cannot act in somebody's name", async ({ board, client }) => {
  const columnId = await board.columnId("inbox");
  const input = JSON.stringify({ boardId: board.id, columnId, title: "forged", mutationId: randomUUID() });
  for (const origin of ["https://evil.example", "null", "http://localhost.evil.example"]) {
    const answer = await fetch(`${apiAddress}/api/trpc/task.create`, {
      method: "POST",
      headers: { cookie: client.person.cookie, "content-type": "application/json", origin },
      body: input,
    });
    expect(answer.status, origin).toBe(403);
  }
  const nobody = await fetch(`${apiAddress}/api/trpc/task.create`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: input,
  });
  expect(nobody.status).toBe(401);
  expect(await board.titlesIn("inbox")).toEqual([]);
});

test("the same mutation twice has one effect and one answer; with other input it is refused", async ({
  board,
  client,
}) => {
  const columnId = await board.columnId("inbox");
  const input = { boardId: board.id, columnId, title: "once", mutationId: randomUUID() };
  const [first, second] = await Promise.all([client.mutate("task.create", input), client.mutate("task.create", input)]);
  expect(second).toEqual(first);
  expect(await client.mutate("task.create", input)).toEqual(first);
  const other = await client.call("mutation", "task.create", { ...input, title: "twice" });
  expect(other).toMatchObject({ status: 422, error: { data: { refusal: { code: "MUTATION_ID_REUSED" } } } });
  expect(await board.titlesIn("inbox")).toEqual(["once"]);
});

test("pages carry the headers that keep other sites and scripts out", async ({ page }) => {
  const answer = await page.goto("/sign-in");
  const headers = answer?.headers() ?? {};
  expect(headers["content-security-policy"]).toContain("default-src");
  expect(headers["content-security-policy"]).not.toContain("unsafe-eval");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-powered-by"]).toBeUndefined();
});
