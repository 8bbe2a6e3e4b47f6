import { expect, test } from "vitest";
import type { Item } from "../queue/item.ts";
import { badgeOf } from "./badge-of.ts";

const capture = { title: "x", text: "", url: null, boardId: null, capturedAt: "2026-01-02T03:04:05Z" };
const waiting: Item = { id: "1", address: null, capture, refusal: null };
const refused: Item = { ...waiting, refusal: { code: "NO_INBOX", details: {} } };

test("the icon is bare when all is well, counts what waits, and is red when it waits for a person", () => {
  expect(badgeOf([], false)).toMatchObject({ text: "" });
  expect(badgeOf([waiting, waiting], false)).toMatchObject({ text: "2", tone: "waiting" });
  expect(badgeOf([waiting, refused], false)).toMatchObject({ text: "2", tone: "trouble" });
  expect(badgeOf([], true)).toMatchObject({ text: "!", tone: "trouble" });
  expect(
    badgeOf(
      Array.from({ length: 120 }, () => waiting),
      false,
    ).text,
  ).toBe("99+");
});
