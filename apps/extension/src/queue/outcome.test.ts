import { expect, test } from "vitest";
import { outcomeOf } from "./outcome.ts";

const saved = { boardId: "b", taskId: "t", number: 1, title: "Roofs", url: "https://kanban.example/boards/b/tasks/1" };
const refused = (code: string, details = {}) => ({ error: { status: 409, message: code, refusal: { code, details } } });
const plain = { error: { status: 0, message: "Not valid" } };
const of = (status: number, body: unknown, retryAfter: string | null = null) => outcomeOf({ status, body, retryAfter });

test("only the app's own 201 is saved", () => {
  expect(of(201, saved)).toMatchObject({ state: "saved", boardId: "b", url: saved.url });
  for (const [status, body] of [
    [200, saved],
    [201, null],
    [201, "<h1>Welcome to the hotel</h1>"],
    [204, null],
  ] as const)
    expect(of(status, body).state, String(status)).toBe("later");
});

test("a typed refusal is final, with its facts", () => {
  const full = refused("WIP_LIMIT_REACHED", { column: "Inbox", wipLimit: 5 });
  expect(of(409, full)).toEqual({ state: "refused", refusal: full.error.refusal });
  expect(of(404, refused("BOARD_NOT_FOUND")).state).toBe("refused");
  expect(of(400, plain)).toEqual({
    state: "refused",
    refusal: { code: "NOT_ACCEPTED", details: { message: "Not valid" } },
  });
});

test("whatever may pass is tried again, when the app says so", () => {
  expect(of(429, refused("TOO_MANY_CAPTURES"), "7")).toEqual({ state: "later", retryAfterSeconds: 7 });
  expect(of(503, plain, "soon")).toEqual({ state: "later", retryAfterSeconds: null });
  expect(of(404, "<h1>nginx</h1>").state).toBe("later");
  expect(of(404, plain).state).toBe("later");
  expect(of(413, "<h1>nginx</h1>").state).toBe("later");
});

test("a token that does not hold asks for a person, but only if the app says it", () => {
  expect(of(401, plain).state).toBe("revoked");
  expect(of(403, plain).state).toBe("revoked");
  expect(of(401, "<h1>Proxy</h1>").state).toBe("later");
});
