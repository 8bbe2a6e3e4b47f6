import { describe, expect, test } from "vitest";
import { authProblemOf, fieldOf, problemBeforeSending, textOf } from "./auth-problem.ts";

describe("a refused auth request", () => {
  test("is told by its code", () => {
    expect(authProblemOf(401, { code: "INVALID_EMAIL_OR_PASSWORD", message: "x" })).toBe("wrong-credentials");
    expect(authProblemOf(422, { code: "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL" })).toBe("email-taken");
  });

  test("says wait when there were too many and unreachable when a proxy answered", () => {
    expect(authProblemOf(429, null)).toBe("too-often");
    expect(authProblemOf(403, { error: { status: 403, message: "Sign-up is closed" } })).toBe("sign-up-closed");
    expect(authProblemOf(502, "<html>")).toBe("unreachable");
  });

  test("with an unknown body is an unknown problem, not a crash", () => {
    expect(authProblemOf(500, null)).toBe("unknown");
    expect(authProblemOf(400, { code: "toString" })).toBe("unknown");
  });

  test("stands at its field with a sentence", () => {
    expect(fieldOf("password-short")).toBe("password");
    expect(textOf("password-short")).toContain("10");
  });
});

describe("what was typed", () => {
  test("is checked from top to bottom before it is sent", () => {
    expect(problemBeforeSending({ name: " ", email: "x", password: "" })).toBe("name-missing");
    expect(problemBeforeSending({ email: "x", password: "" })).toBe("email-invalid");
    expect(problemBeforeSending({ email: "a@example.com", password: "" })).toBe("password-missing");
    expect(problemBeforeSending({ name: "A", email: "a@example.com", password: "ninechars" })).toBe("password-short");
  });

  test("may be an old short password when signing in", () => {
    expect(problemBeforeSending({ email: "a@example.com", password: "short" })).toBeNull();
  });
});
