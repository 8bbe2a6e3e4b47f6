import { expect, test } from "vitest";
import { isEnding, tokenWords } from "./token-words.ts";

const now = new Date("2026-11-29T10:00:00Z");
const token = {
  ...{ id: "1", name: "Phone", prefix: "pkb_ab", scopes: ["capture" as const], boardId: null },
  ...{ createdAt: "2026-11-20T10:00:00Z", lastUsedAt: null, expiresAt: null },
};

test("a token says where it captures, how old it is, when it was used and when it ends", () => {
  expect(tokenWords(token, undefined, now)).toEqual(["any board", "made 9 d ago", "never used"]);
  const narrow = {
    ...token,
    boardId: "b" as never,
    lastUsedAt: "2026-11-29T09:59:00Z",
    expiresAt: "2026-12-03T00:00:00Z",
  };
  expect(tokenWords(narrow, "Home", now)).toEqual(["only Home", "made 9 d ago", "used just now", "ends 3 Dec 2026"]);
  expect(isEnding(narrow, now)).toBe(true);
  expect(tokenWords({ ...narrow, expiresAt: "2026-11-29T09:00:00Z" }, undefined, now).at(-1)).toBe("has ended");
  expect(isEnding(token, now)).toBe(false);
});
