import { describe, expect, test } from "vitest";
import { safeReturnPath, signInPath } from "./return-path.ts";

describe("the path to return to after signing in", () => {
  test("keeps a path of this origin with its query and fragment", () => {
    expect(safeReturnPath("/boards/1/tasks/12?a=b#c")).toBe("/boards/1/tasks/12?a=b#c");
  });

  test.each([
    null,
    "",
    "boards",
    "https://evil.example/",
    "//evil.example/boards",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "/sign-in?next=/sign-in",
    "/api/auth/sign-out",
  ])("goes home instead of %j", (wanted) => {
    expect(safeReturnPath(wanted)).toBe("/");
  });

  test("is carried by the sign-in address only when there is one", () => {
    expect(signInPath("/")).toBe("/sign-in");
    expect(signInPath("/boards?x=1&y=2")).toBe("/sign-in?next=%2Fboards%3Fx%3D1%26y%3D2");
  });
});
