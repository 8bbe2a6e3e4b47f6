import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveBoardKey } from "./derive-board-key.ts";
import { boardKeySchema } from "./mutations.ts";

describe("the key derived from a board's name", () => {
  test.each([
    ["Home", "HOME"],
    ["Household", "HOUS"],
    ["Rowing club", "RC"],
    ["Küche & Bad", "KB"],
    ["Élan", "ELAN"],
    ["2026 plans", "P"],
    ["2026", "BOARD"],
    ["家", "BOARD"],
    ["  ", "BOARD"],
  ])("of %j is %s", (name, key) => {
    expect(deriveBoardKey(name)).toBe(key);
  });

  test("avoids keys that are taken", () => {
    expect(deriveBoardKey("Home", new Set(["HOME", "HOME2"]))).toBe("HOME3");
  });

  test("is an acceptable one, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => boardKeySchema.safeParse(deriveBoardKey(name)).success),
    );
  });
});
