import { expect, test } from "vitest";
import { chordsOf, isSingleKey, type KeyPress, partsOf, strokesOf } from "./key-press.ts";

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

test("a letter is what it types, wherever it lies", () => {
  expect(chordsOf(press("a", "KeyQ"), false)).toEqual(["a"]);
  expect(chordsOf(press("z", "KeyY"), false)).toEqual(["z"]);
  expect(chordsOf(press("Z", "KeyZ", { shiftKey: true }), false)).toEqual(["Shift+z"]);
  // Caps lock is no Shift.
  expect(chordsOf(press("Z", "KeyZ"), false)).toEqual(["z"]);
});

test("where there are no Latin letters, the place on the keyboard counts after the letter", () => {
  expect(chordsOf(press("у", "KeyE"), false)).toEqual(["у", "e"]);
  expect(chordsOf(press("λ", "KeyL"), false)).toEqual(["λ", "l"]);
  expect(chordsOf(press("Б", "Comma", { shiftKey: true }), false)).toEqual(["Shift+б", "<"]);
  expect(chordsOf(press("л", "KeyK", { ctrlKey: true }), false)).toEqual(["Mod+л", "Mod+k"]);
  // A Latin letter with a mark is on its layout on purpose.
  expect(chordsOf(press("é", "Digit2"), false)).toEqual(["é", "2"]);
  expect(chordsOf(press("ñ", "Semicolon"), false)).toEqual(["ñ"]);
});

test("the digits' row gives digits where they need Shift, and nothing else where they do not", () => {
  expect(chordsOf(press("&", "Digit1"), false)).toEqual(["&", "1"]);
  expect(chordsOf(press("1", "Digit1", { shiftKey: true }), false)).toEqual(["1"]);
  expect(chordsOf(press("!", "Digit1", { shiftKey: true }), false)).toEqual(["!"]);
});

test("a symbol is itself, with or without Shift", () => {
  expect(chordsOf(press("?", "Slash", { shiftKey: true }), false)).toEqual(["?"]);
  expect(chordsOf(press("/", "Digit7", { shiftKey: true }), false)).toEqual(["/"]);
});

test("AltGr chooses a character and holds nothing", () => {
  const altGr = { ctrlKey: true, altKey: true, getModifierState: (key: string) => key === "AltGraph" };
  expect(chordsOf(press("<", "KeyX", altGr), false)).toEqual(["<"]);
});

test("Mod is Cmd on a Mac and Ctrl elsewhere", () => {
  expect(chordsOf(press("k", "KeyK", { metaKey: true }), true)).toEqual(["Mod+k"]);
  expect(chordsOf(press("k", "KeyK", { ctrlKey: true }), true)).toEqual(["Ctrl+k"]);
  expect(chordsOf(press("k", "KeyK", { metaKey: true }), false)).toEqual(["Meta+k"]);
});

test("named keys keep Shift, and a modifier alone is nothing", () => {
  expect(chordsOf(press("ArrowLeft", "ArrowLeft", { shiftKey: true }), false)).toEqual(["Shift+ArrowLeft"]);
  expect(chordsOf(press("Shift", "ShiftLeft", { shiftKey: true }), false)).toEqual([]);
});

test("bindings are read as their presses", () => {
  expect(strokesOf("g i")).toEqual(["g", "i"]);
  expect(strokesOf("Shift+Z")).toEqual(["Shift+z"]);
  expect(partsOf("Mod++")).toEqual({ modifiers: ["Mod"], key: "+" });
  expect(partsOf("+")).toEqual({ modifiers: [], key: "+" });
});

test("a single key is what types or deletes without Ctrl, Cmd or Alt", () => {
  expect(["e", "Shift+z", "?", "Backspace", "1"].filter(isSingleKey)).toHaveLength(5);
  expect(["Mod+k", "Shift+ArrowLeft", "Alt+e", "Mod+Shift+z"].filter(isSingleKey)).toEqual([]);
});
