import { expect, test } from "vitest";
import { capsOf } from "./key-caps.ts";

const russian = new Map([["KeyE", "у"]]);
const french = new Map([
  ["KeyE", "e"],
  ["KeyA", "q"],
]);

test("keys are shown as they are engraved", () => {
  expect(capsOf("Mod+Shift+z", null, false)).toEqual(["Ctrl+Shift+Z"]);
  expect(capsOf("Mod+Shift+z", null, true)).toEqual(["⌘⇧Z"]);
  expect(capsOf("Shift+ArrowLeft", null, false)).toEqual(["Shift+←"]);
  expect(capsOf("g i", null, false)).toEqual(["g", "i"]);
  expect(capsOf("Backspace", null, false)).toEqual(["Backspace"]);
});

test("a keyboard without Latin letters shows its own, one with them what is typed", () => {
  expect(capsOf("e", russian, false)).toEqual(["у"]);
  expect(capsOf("a", french, false)).toEqual(["a"]);
});
