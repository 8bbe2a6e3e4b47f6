import { parseKeybinding } from "tinykeys";
import { expect, test } from "vitest";
import { keyboardStrings } from "./keyboard.strings.ts";
import { shortcuts } from "./shortcuts.ts";

test("no two shortcuts listen to the same keys", () => {
  const bindings = shortcuts.flatMap(({ bindings: keys }) => keys);
  expect(new Set(bindings).size).toBe(bindings.length);
});

test("no shortcut begins with the whole of another, which would never let it finish", () => {
  const bindings = shortcuts.flatMap(({ bindings: keys }) => keys);
  const clashes = bindings.filter((one) => bindings.some((other) => other !== one && other.startsWith(`${one} `)));
  expect(clashes).toEqual([]);
});

test("every shortcut is listed once, with its words and its keys", () => {
  expect(shortcuts.map(({ id }) => id).toSorted()).toEqual(Object.keys(keyboardStrings.labels).toSorted());
  expect(shortcuts.filter(({ caps }) => caps.length === 0)).toEqual([]);
});

test("every binding can be read", () => {
  for (const key of shortcuts.flatMap(({ bindings }) => bindings))
    expect(parseKeybinding(key).length).toBeGreaterThan(0);
});
