import { expect, test } from "vitest";
import {
  bindingsOf,
  clash,
  conflictsOf,
  defaultKeymap,
  type Keymap,
  presets,
  takeOver,
  withBindings,
} from "./keymap.ts";
import { type ShortcutId, shortcutOf, shortcuts } from "./shortcuts.ts";

const keysOf = (keymap: Keymap, id: ShortcutId) => bindingsOf(shortcutOf(id), keymap);

test.each(presets)("under the preset %s no two commands listen to the same keys at the same time", (preset) => {
  const keymap = { preset, changed: {} };
  const clashes = shortcuts.flatMap((shortcut) =>
    bindingsOf(shortcut, keymap).flatMap((binding) =>
      conflictsOf(keymap, shortcut.id, binding).map((other) => `${binding}: ${shortcut.id} and ${other.id}`),
    ),
  );
  expect(clashes).toEqual([]);
});

test("a key clashes with itself and with every sequence it begins", () => {
  expect(clash("e", "e")).toBe(true);
  expect(clash("g", "g i")).toBe(true);
  expect(clash("g i", "g")).toBe(true);
  expect(clash("g i", "g t")).toBe(false);
  expect(clash("Shift+z", "Shift+Z")).toBe(true);
  expect(clash("z", "Mod+z")).toBe(false);
});

test("a clash counts only where both commands listen at the same time", () => {
  expect(conflictsOf(defaultKeymap, "archive", "j").map(({ id }) => id)).toEqual(["focus-next", "task-next"]);
  expect(conflictsOf(defaultKeymap, "task-next", "n").map(({ id }) => id)).toEqual(["hint-dismiss"]);
  expect(conflictsOf(defaultKeymap, "archive", "1").map(({ id }) => id)).toEqual(["toggle-tag"]);
});

test("taking a key over leaves the others their other keys", () => {
  const keymap = takeOver(defaultKeymap, "archive", "c");
  expect(keysOf(keymap, "archive")).toEqual(["c"]);
  expect(keysOf(keymap, "capture")).toEqual(["q"]);
  expect(conflictsOf(keymap, "archive", "c")).toEqual([]);
});

test("what is set back to the preset is no change any more", () => {
  const changed = withBindings(defaultKeymap, "archive", ["h"]);
  expect(changed.changed).toEqual({ archive: ["h"] });
  expect(withBindings(changed, "archive", ["e"]).changed).toEqual({});
  expect(withBindings(changed, "archive", null).changed).toEqual({});
});

test("a card's own keys cannot be changed, whatever was stored", () => {
  expect(keysOf({ preset: "own", changed: { lift: ["e"] } }, "lift")).toEqual([]);
});
