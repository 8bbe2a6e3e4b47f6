import { expect, test } from "vitest";
import { CallError } from "./call-error.ts";
import { outcomeOfError } from "./outcome-of-error.ts";

function failure(data: object | undefined, response?: Response) {
  return new CallError("Told", data, response);
}

test("a refusal of the domain comes through with its facts", () => {
  const refusal = { code: "WIP_LIMIT_REACHED", details: { wipLimit: 3 } };
  expect(outcomeOfError(failure({ code: "CONFLICT", httpStatus: 409, refusal }))).toEqual({
    outcome: "refused",
    refusal,
  });
});

test("an input the server does not take is refused and names the field", () => {
  const issues = [{ path: "title", message: "Too long" }];
  const outcome = outcomeOfError(failure({ code: "BAD_REQUEST", httpStatus: 400, issues }));
  expect(outcome).toEqual({
    outcome: "refused",
    refusal: { code: "NOT_ACCEPTED", details: { reason: "title: Too long" } },
  });
});

test("an ended session is told from a refusal", () => {
  expect(outcomeOfError(failure({ code: "UNAUTHORIZED", httpStatus: 401 })).outcome).toBe("signed-out");
});

test("no network, a server that is away and a limit of requests are worth another try, at the time the server names", () => {
  expect(outcomeOfError(new TypeError("Failed to fetch"))).toMatchObject({ outcome: "unavailable", isDefect: false });
  expect(outcomeOfError(failure({ httpStatus: 503 }))).toMatchObject({ outcome: "unavailable", isDefect: false });
  const busy = new Response(null, { status: 429, headers: { "retry-after": "7" } });
  expect(outcomeOfError(failure({ httpStatus: 429 }, busy))).toMatchObject({
    outcome: "unavailable",
    retryAfterMs: 7_000,
  });
});

test("a defect is told from a server that is away, so that it cannot hold up a queue for ever", () => {
  expect(outcomeOfError(failure({ httpStatus: 500 }))).toMatchObject({ outcome: "unavailable", isDefect: true });
});

test("an answer of somebody in between refuses nothing, except what is too large everywhere", () => {
  expect(outcomeOfError(failure(undefined, new Response("<html>", { status: 403 })))).toMatchObject({
    outcome: "unavailable",
  });
  expect(outcomeOfError(failure(undefined, new Response(null, { status: 413 })))).toMatchObject({ outcome: "refused" });
});
