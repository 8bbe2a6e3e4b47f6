import { boardKeySchema } from "@kanban/domain/mutations";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deriveBoardKey } from "./derive-board-key.ts";

test.each([
  ["Home", "HOME"],
  ["My plans", "MP"],
  ["Küche", "KUCHE"],
  ["2026 goals", "GOALS"],
  ["家", "BOARD"],
])("names the board %j %s", (name, key) => {
  expect(deriveBoardKey(name)).toBe(key);
});

test("makes an acceptable key of any name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => boardKeySchema.safeParse(deriveBoardKey(name)).success),
  );
});
