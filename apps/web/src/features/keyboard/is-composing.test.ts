import { expect, test } from "vitest";
import { isComposing } from "./is-composing.ts";

test("keys of an input method are known during a composition, and Safari's last one after it", () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});
